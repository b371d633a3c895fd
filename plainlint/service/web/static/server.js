// What the page asks plainlint on this computer.

export class Refusal extends Error {
  constructor(words, status) {
    super(words);
    this.status = status;
  }
}

async function send(question, values) {
  let answer;
  try {
    answer = await fetch(`/api/${question}`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": document.documentElement.lang },
      body: JSON.stringify(values),
    });
  } catch {
    throw new Refusal("plainlint has ended. Your text is safe here: download it. Then start plainlint serve again.", 0);
  }
  if (answer.ok) return answer;
  const words = await answer.text();
  try {
    throw new Refusal(JSON.parse(words).problem, answer.status);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(words, answer.status);
  }
}

export async function ask(question, values = {}) {
  return (await send(question, values)).json();
}

export async function fetchFile(question, values) {
  return (await send(question, values)).blob();
}
