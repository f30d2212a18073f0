# METADATA
# description: Requests and look-ups that the tests share; left out of the bundle like every test.
package amrnci.testing

# METADATA
# description: A request about an incident of which nothing is known but what is given.
about(facts) := {"incident": object.union({"id": "test"}, facts)}

# METADATA
# description: A request about an incident that had nothing but what is given.
only(facts) := about(object.union({"unstated": "none"}, facts))

# METADATA
# description: A request with readings of its own.
read_as(request, readings) := object.union(request, {"readings": readings})

# METADATA
# description: The rules of the newest version.
rules := data.law[data.law.versions[0].id]

# METADATA
# description: The paths of facts or questions, in their order.
paths(list) := [entry.path | some entry in list]

# METADATA
# description: What each path needs, of facts or asks.
needs(list) := {entry.path: entry.needs | some entry in list}

# METADATA
# description: Entries of a list by their id.
by_id(list) := {entry.id: entry | some entry in list}

# METADATA
# description: The year in OPA's own reach (1800 to 2199) at which the 400 years of the Gregorian calendar stand the same.
within_reach(year) := 1800 + ((year + 200) % 400)
