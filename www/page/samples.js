// Articles written for this project, to show what newsmark does before anything is pasted. The news, the people and the
// organisations in them are invented; the places are real.

import { element } from "../reading/dom.js";

/** What the list of samples calls them. */
const TITLES = ["A night ferry", "A telescope"];

/** The titles of all, to choose from. */
export function titles() {
  return TITLES.map((title, index) => element("option", { value: String(index) }, title));
}

/** The article that the page is served with, where the page's script reads it: it is not sent twice. */
export const SERVED = `Trieste and Rijeka Agree to Share Night Ferry, Ending Two-Year Dispute

By Marta Lindqvist

TRIESTE, Italy, March 4, 2026 — Mayor Elena Marchetti of Trieste and her Croatian counterpart, Davor Babić, signed an agreement on Wednesday to run a joint night ferry across the northern Adriatic, ending a dispute that had kept the route closed since January 2024.

“We have argued about one pier for two years, and the only people who suffered were the people who wanted to cross,” Marchetti told reporters at the Stazione Marittima. “From this summer they will fall asleep in Italy and wake up in Croatia.”

The ferry will sail every Friday and Sunday from June 12, the North Adriatic Ports Authority (NAPA) said in a statement. Tickets go on sale next month, and the first season is planned to last 14 weeks.

Babić said that Rijeka would pay 40 percent of the costs, and described the deal as “a fair price for a good neighbor.” He added that talks with Ljubljana about a stop in Koper would begin by the end of the year.

Not everyone was pleased. Ines Ferrante, who leads the Harbor Workers’ League, said the timetable would mean night shifts for some 120 people on the Italian side.

“Nobody has asked us,” she said. “If there is no answer before Easter, there will be no ferry on June 12 either.”

NAPA director Goran Tuđman-Hale rejected the criticism. According to Tuđman-Hale, the League was invited to three meetings between September and November 2025 and came to none of them.

The European Commission, which is expected to carry a quarter of the costs until 2029, called the agreement “encouraging.” A spokesperson in Brussels, Annika de Wit, told Adriatic Radio that the money would be released within six weeks.

The last night ferry between the two ports, the Stella Polare, left Trieste on the evening of January 28, 2024. Since then, passengers have had to take a bus through Slovenia, a journey of about three hours.

For Lucija Horvat, a nurse who grew up in Opatija and has worked at Trieste’s Maggiore hospital for eleven years, the news came as a relief. “I used to see my mother twice a month,” Horvat said. “Last year I saw her four times.”

The two cities had quarreled over the pier since the Adriatic Games of 2023, when Rijeka refused to let an Italian ship berth overnight. In October that year a court in Zagreb ruled for Rijeka; Trieste answered by raising harbor fees. Marchetti, who was elected in May 2025, said on Wednesday that she had “inherited a quarrel nobody could explain.”

A first test crossing is set for May 9-10.

With reporting by Adriatic Radio’s Istrian Service
`;
