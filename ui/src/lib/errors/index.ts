export { isCommandError, toCommandError } from "./command-error";
export { PRESENTATION, type Action, type Presentation, type Severity } from "./presentation";
