import Generation
import Review
import SwiftPlan

/// How the descriptions of two sides are compared.
struct Comparing {
  /// Whether only the wire is asked about, which needs no modules.
  var isWire: Bool
  /// Whether git keeps one of the sides, with the gen.yaml of that time.
  var isKept: Bool
  /// Whether both sides are folders, whose files give modules their names.
  var areFolders: Bool

  /// Everything that changed.
  func report(_ old: [LoadedDescription], _ new: [LoadedDescription]) -> Report {
    let pairing = Pairing(old, new)
    if !isWire, pairing.pairs.contains(where: { isChosenOtherwise($0.old, $0.new) }) {
      Terminal.err(
        "gen: names of modules or choices of gen.yaml differ; each side is planned with its own\n"
      )
    }
    return Report(
      merging: pairing.pairs.map { compare($0.old, $0.new) }
        + pairing.gone.map { lonely($0.document, isNew: false, module: $0.options.module) }
        + pairing.added.map { lonely($0.document, isNew: true, module: $0.options.module) })
  }

  private func compare(_ old: LoadedDescription, _ new: LoadedDescription) -> Report {
    if isWire { return Review.compare(old: old.document, new: new.document) }
    let left = source(old, beside: new)
    let isChosenAlike = !hasOwnChoices(old, new) || old.selection == new.selection
    if isChosenAlike, left.options.declares(like: new.options) {
      return Review.compare(
        old: old.document, new: new.document, options: new.options,
        keeping: new.selection.predicate)
    }
    return Review.compare(left, source(new, beside: new))
  }

  /// The old description with the choices that made its module: those of its time where git keeps
  /// it, else those of the new one, so that what differs comes from the descriptions.
  private func source(
    _ description: LoadedDescription, beside new: LoadedDescription
  ) -> ModuleSource {
    let chosen = hasOwnChoices(description, new) ? description : new
    var options = chosen.options
    if areFolders, description.name != new.name {
      (options.module, options.namespace) = (
        description.options.module, description.options.namespace
      )
    }
    return ModuleSource(
      document: description.document, options: options, wants: chosen.selection.predicate)
  }

  /// Whether two descriptions are one of different times, and not two that a person put side by
  /// side.
  private func hasOwnChoices(_ old: LoadedDescription, _ new: LoadedDescription) -> Bool {
    isKept && (areFolders || old.name == new.name)
  }

  /// Whether gen.yaml, and not only the name of a file, makes another module.
  private func isChosenOtherwise(_ old: LoadedDescription, _ new: LoadedDescription) -> Bool {
    guard hasOwnChoices(old, new) else { return false }
    var options = old.options
    if old.name != new.name {
      (options.module, options.namespace) = (new.options.module, new.options.namespace)
    }
    return !options.declares(like: new.options) || old.selection != new.selection
  }
}
