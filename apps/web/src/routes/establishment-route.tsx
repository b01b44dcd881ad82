import { EstablishmentPage } from "../features/registry/establishment-page.js";

export const EstablishmentRoute = EstablishmentPage;
