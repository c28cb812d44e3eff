/// Which operations use which places, on which side: uses flow along edges, from what holds a
/// schema to the schema.
struct UseGraph: Sendable {
  /// The operations that use a place.
  struct Uses: Sendable {
    var request = OperationSet()
    var response = OperationSet()

    var sides: Sides {
      var sides: Sides = []
      if !request.isEmpty { sides.insert(.request) }
      if !response.isEmpty { sides.insert(.response) }
      return sides
    }

    /// The same operations, each on its other side.
    var flipped: Uses { Uses(request: response, response: request) }

    mutating func formUnion(_ other: Uses, on sides: Sides) -> Bool {
      var isGrown = false
      if sides.contains(.request) { isGrown = request.formUnion(other.request) }
      if sides.contains(.response) {
        isGrown = response.formUnion(other.response) || isGrown
      }
      return isGrown
    }
  }

  private struct Edge {
    var target: Int
    var sides: Sides
    var isFlipped: Bool
  }

  private(set) var uses: [Uses] = []
  private var edges: [[Edge]] = []

  /// Adds a place that nobody uses yet.
  mutating func add() -> Int {
    uses.append(Uses())
    edges.append([])
    return uses.count - 1
  }

  /// Says that an operation uses a place.
  mutating func seed(_ unit: Int, operation: Int, _ sides: Sides) {
    if sides.contains(.request) { uses[unit].request.insert(operation) }
    if sides.contains(.response) { uses[unit].response.insert(operation) }
  }

  /// Says that who uses one place on these sides uses another, too; flipped where what the other
  /// accepts is what the one refuses.
  mutating func connect(
    _ source: Int, _ target: Int, _ sides: Sides, isFlipped: Bool = false
  ) {
    edges[source].append(Edge(target: target, sides: sides, isFlipped: isFlipped))
  }

  /// Lets all uses flow until nothing is new.
  mutating func settle() {
    var open = Array(uses.indices)
    var isOpen = Array(repeating: true, count: uses.count)
    while let unit = open.popLast() {
      isOpen[unit] = false
      for edge in edges[unit] {
        let felt = edge.isFlipped ? uses[unit].flipped : uses[unit]
        guard uses[edge.target].formUnion(felt, on: edge.sides), !isOpen[edge.target] else {
          continue
        }
        isOpen[edge.target] = true
        open.append(edge.target)
      }
    }
  }
}
