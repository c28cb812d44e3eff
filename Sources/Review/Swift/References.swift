import OpenAPI

/// The references of a description as pointers, found when they are first asked for: large ones
/// have many thousands.
final class References {
  struct Entry {
    /// What refers, in lower case.
    var holder: String
    /// What it refers to.
    var target: String
  }

  private let document: Document
  private lazy var entries = document.references.map {
    Entry(
      holder: document.pointer(of: $0.holder).lowercased(), target: document.pointer(of: $0.target))
  }
  private var known: [Site: SitePlaces] = [:]

  init(_ document: Document) { self.document = document }

  func places(of site: Site) -> SitePlaces {
    if let places = known[site] { return places }
    let places = SitePlaces(site, entries)
    known[site] = places
    return places
  }
}
