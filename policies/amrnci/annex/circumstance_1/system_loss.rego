# METADATA
# title: Circumstance 1, loss of an important system
# description: An important network or information system suffered a loss as severe as the grade asks for. People judge this.
# custom:
#   citation: annex.relatively_major.circumstance.1
#   zh: 重要网络和信息系统的损失达到该级所要求的程度。由人研判。
package amrnci.annex.circumstance_1

import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The answer at a grade with the severity that the annex asks for.
judged(limit) := needs.word(facts.system_loss, "severity", limit.system_loss)
