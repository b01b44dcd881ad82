import { ChainPage } from "../features/chain/chain-page.js";

export const ChainRoute = ChainPage;
