# METADATA
# title: Condition 8, other threat and impact
# description: Another incident whose threat and impact are as severe as the grade asks for. People judge this.
# custom:
#   citation: annex.relatively_major.condition.8
#   zh: 其他事件的威胁和影响达到该级所要求的程度。由人研判。
package amrnci.annex.condition_8

import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The answer at a grade with the severity that the annex asks for.
judged(limit) := needs.word(facts.other_severity, "severity", limit.severity)
