// Which key the reader has for the button: they may have changed it, or taken it away.

/** What browsers call the key of the button. */
const COMMAND = "_execute_action";

/** As the browser writes it; "" where there is none. */
export async function keyNow() {
  const commands = await chrome.commands.getAll();
  return commands.find(({ name }) => name === COMMAND)?.shortcut ?? "";
}
