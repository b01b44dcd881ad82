import { bindMutation, bindQuery, bindSubscription } from "../../trpc/procedures.js";
import { cancelJob, getJob, listOwnJobs, retryJob, showSchedules, watchJob } from "./job.service.js";

export const jobRouter = {
  list: bindQuery("job.list", listOwnJobs),
  get: bindQuery("job.get", getJob),
  watch: bindSubscription("job.watch", watchJob),
  cancel: bindMutation("job.cancel", cancelJob),
  retry: bindMutation("job.retry", retryJob),
  schedules: bindQuery("job.schedules", showSchedules),
};
