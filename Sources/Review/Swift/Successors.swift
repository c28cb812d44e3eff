import YAML

/// Types that only the new module has, each of which may be the successor of one that is gone.
struct Successors {
  private let containers: [Container]
  private var byPlace: [Pointer: [Int]] = [:]
  private var byShape: [[String]: [Int]] = [:]
  private var taken: Set<Int> = []

  init(_ containers: [Container]) {
    self.containers = containers
    for (index, container) in containers.enumerated() {
      if let place = container.place {
        byPlace[place.tree.pointer(to: place), default: []].append(index)
      }
      byShape[Self.shape(container), default: []].append(index)
    }
  }

  /// Takes the first one that stands at the same place, else the first that has the same members.
  mutating func take(for container: Container) -> Container? {
    let place = container.place.map { $0.tree.pointer(to: $0) }
    var found = free(place.flatMap { byPlace[$0] }, container.form)
    if found == nil, !container.members.isEmpty {
      found = free(byShape[Self.shape(container)], container.form)
    }
    return found.map {
      taken.insert($0)
      return containers[$0]
    }
  }

  private func free(_ indices: [Int]?, _ form: Container.Form) -> Int? {
    indices?.first { !taken.contains($0) && containers[$0].form == form }
  }

  private static func shape(_ container: Container) -> [String] {
    container.members.map { "\($0.name): \($0.type.isEmpty ? $0.wire : $0.type)" }
  }
}
