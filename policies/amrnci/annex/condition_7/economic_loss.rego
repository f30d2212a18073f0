# METADATA
# title: Condition 7, direct economic loss
# description: The direct economic loss reaches the amount of the grade.
# custom:
#   citation: annex.relatively_major.condition.7
#   zh: 直接经济损失达到该级的金额。
package amrnci.annex.condition_7

import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The answer at a grade with the number that the annex gives for it.
judged(limit) := needs.quantity(facts.loss, limit.yuan, "yuan")
