import { PeoplePage } from "../features/people/people-page.js";

export const PeopleRoute = PeoplePage;
