import { bindMutation, createRouter } from "../../trpc/procedures.js";
import { issueBoards } from "./board.service.js";

export const boardRouter = createRouter({ issue: bindMutation("board.issue", issueBoards) });
