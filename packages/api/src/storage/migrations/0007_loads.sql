-- How many active establishments an official answers for on a day in the whole register: a capacity is a person's,
-- whoever asks. Numbers alone leave; the establishments stay behind the policies.
create function shian_loads(asked text[], on_day date) returns table (official text, load integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bound text := coalesce(current_setting('shian.bound', true), '');
begin
  if shian_bound() and not shian_is('office') then
    return;
  end if;
  -- The owner of the function is bound as well unless it says that it works as the product itself.
  perform set_config('shian.bound', 'off', true);
  return query
    select held.official_id::text, count(*)::integer
    from assignment as held
    join establishment as shop on shop.id = held.establishment_id
    where held.official_id = any (asked)
      and held.superseded_at is null
      and held.valid_from <= on_day
      and (held.valid_to is null or held.valid_to > on_day)
      and coalesce((
        select known.state from establishment_state as known
        where known.establishment_id = shop.id
          and known.superseded_at is null
          and known.valid_from <= on_day
          and (known.valid_to is null or known.valid_to > on_day)
        order by known.valid_from desc
        limit 1
      ), shop.state) = 'active'
    group by held.official_id;
  perform set_config('shian.bound', bound, true);
end
$$;
