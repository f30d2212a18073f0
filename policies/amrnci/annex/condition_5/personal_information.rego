# METADATA
# title: Condition 5, personal information leaked
# description: The number of persons whose personal information leaked reaches the number of the grade.
# custom:
#   citation: annex.relatively_major.condition.5
#   zh: 被泄露公民个人信息的人数达到该级的数值。
package amrnci.annex.condition_5

import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The answer at a grade with the number that the annex gives for it.
judged(limit) := needs.quantity(facts.persons_leaked, limit.persons, "persons")
