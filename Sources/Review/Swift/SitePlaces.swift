/// Where facts about a site stand: in its entries of tables, or in what these refer to.
struct SitePlaces {
  private let entries: [String]
  private let targets: [String]

  init(_ site: Site, _ references: [References.Entry]) {
    entries = site.entries
    targets = references.compactMap { [entries] reference in
      entries.contains(where: reference.holder.hasSuffix) ? reference.target : nil
    }
  }

  func hold(_ finding: Finding) -> Bool {
    if entries.isEmpty { return false }
    let pointer = finding.pointer.lowercased()
    return entries.contains { pointer.hasSuffix($0) || pointer.contains($0 + "/") }
      || targets.contains { finding.pointer == $0 || finding.pointer.hasPrefix($0 + "/") }
  }
}
