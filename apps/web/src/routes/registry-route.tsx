import { RegistryPage } from "../features/registry/registry-page.js";

export const RegistryRoute = RegistryPage;
