import YAML

/// A fact before it is known who feels it.
struct Draft {
  var rule: Rule
  var effects: Effects
  /// Where the old and the new description say it.
  var old: Node?
  var new: Node?
  /// What is left in the new description where something is gone.
  var near: Node?
  var message: String
  var before: String
  var after: String
  /// The place whose users feel it.
  var unit: Int
  /// The sides on which it counts.
  var sides: Sides
}
