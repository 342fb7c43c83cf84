//! Two answers held against each other, by path. The items of a list go by their `id`, if they have
//! one, so that a new one at the top is one change and not as many as the list is long.
