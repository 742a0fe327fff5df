// On demand: the articles that can be chosen beside the one that the page is served with (`samples.js`).

/** @type {readonly string[]} */
export const OTHERS = [
  `Astronomers Find Lake Beds Under the Sand of the Atacama

SANTIAGO, November 17, 2025 — A team of Chilean and Scottish researchers has found the beds of seven vanished lakes under the Atacama Desert, the University of Antofagasta announced on Monday, and the discovery began with a mistake.

In the spring of 2021, engineers of the Llano Alto Observatory were looking for firm ground for a new telescope. “The radar showed layers where there should have been none,” said Tomás Quiroga, the observatory’s chief engineer. “I thought the instrument was broken. I sent it back twice.”

Dr. Fiona Abernethy of the Hebridean Institute for Earth Sciences, who led the study, says the lakes held water between 17,000 and 9,000 years ago. Her team drilled 31 cores over three winters, most recently in July and August.

“What we have is a calendar,” Abernethy said at a news conference in Santiago. “Every wet year left a line, and every dry year left a thinner one.

“We can read it almost season by season, and it ends quite suddenly.”

The results appear this week in the journal Quaternary Letters. They suggest that the desert was settled earlier than most archaeologists believe, though Abernethy warned that this was “a question for people with trowels, not for us.”

Chile’s minister of science, Paula Errázuriz, called the find “a gift to the north” and promised on Sunday night that the government would decide by mid-2026 whether to protect the site. Mining companies hold licenses for about half of it until 2031.

A spokesman for one of them, Cobre Andino, said the company had learned of the lakes “from the newspapers” and would not drill there before the decision. He declined to say what it had planned.

Local groups want more. Atacameño leaders have asked for a say in the matter for decades, Rosa Cruz, who chairs the council of San Pedro de Atacama, said by telephone. She said they would travel to Santiago on December 1 to hand over a petition.

The telescope, meanwhile, has found another place. It will stand 12 kilometers to the east, Quiroga said, on rock. “I have checked it myself. Three times.”
`,
];
