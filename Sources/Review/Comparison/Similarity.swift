import OpenAPI
import YAML

/// How much of what two descriptions name is the same, from 0 to 1: their operations and their schemas.
public func similarity(_ old: Document, _ new: Document) -> Double {
  let (left, right) = (names(Side(old)), names(Side(new)))
  let all = left.union(right).count
  return all == 0 ? 0 : Double(left.intersection(right).count) / Double(all)
}

/// Whether two descriptions are of the same API, however the file is called: nearly all that they name
/// is the same, or half of it under the same title.
public func isSameAPI(_ old: Document, _ new: Document) -> Bool {
  let titles = [old, new].map { DocumentObject($0.root).info?.title }
  return similarity(old, new) >= (titles[0] != nil && titles[0] == titles[1] ? 0.5 : 0.8)
}

private func names(_ side: Side) -> Set<String> {
  let schemas = side.root.schemas.compactMap { $0.key.string.map { "#" + $0 } }
  return Set(side.endpoints().map(\.name) + schemas)
}
