import type { CommanderError } from "commander";
import type { Context } from "./context.js";
import type { Failure } from "./failure.js";
import { wrongUse } from "./usage.js";

/** Commander's errors of use as ours, in the language asked for. Its messages quote what they mean. */
export function translated(context: Context, { code, message }: CommanderError): Failure {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? "";
  switch (code) {
    case "commander.unknownOption":
      return wrongUse(context, "error_unknown_option", { option: quoted });
    case "commander.unknownCommand":
      return wrongUse(context, "error_unknown_command", { command: quoted });
    case "commander.missingArgument":
      return wrongUse(context, "error_missing_argument", { argument: quoted });
    case "commander.optionMissingArgument":
      return wrongUse(context, "error_missing_value", { option: quoted.split(" ")[0] ?? quoted });
    case "commander.missingMandatoryOptionValue":
      return wrongUse(context, "error_missing_option", { option: quoted });
    case "commander.excessArguments":
      return wrongUse(context, "error_too_many_arguments", {});
    default:
      return wrongUse(context, "error_internal", { reason: message });
  }
}
