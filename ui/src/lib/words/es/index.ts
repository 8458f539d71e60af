import { common } from "./common";
import { doors } from "./doors";
import { error } from "./error";
import { facts } from "./facts";
import { frame } from "./frame";
import { issue } from "./issue";
import { ledger } from "./ledger";
import { palette } from "./palette";
import { print } from "./print";
import { readiness } from "./readiness";
import { settings } from "./settings";
import { time } from "./time";
import { today } from "./today";
import { welcome } from "./welcome";
import type { English } from "../en";
import type { Complete } from "../phrase";

export const es: Complete<English> = {
  ...common,
  ...doors,
  ...error,
  ...facts,
  ...frame,
  ...issue,
  ...ledger,
  ...palette,
  ...print,
  ...readiness,
  ...settings,
  ...time,
  ...today,
  ...welcome,
};
