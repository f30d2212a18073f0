# METADATA
# title: Condition 8, other threat and impact
# description: Another incident whose threat and impact are as severe as the grade asks for. People judge this.
# custom:
#   citation: annex.relatively_major.condition.8
package amrnci.annex.condition_8

import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The answer at a grade with the severity that the annex asks for.
judged(limit) := needs.word(facts.other_severity, "severity", limit.severity)
