extension RuleFamily {
  static let parameters: [RuleFamily] =
    carriers(.parameter, "a parameter", named, everywhere, in: (query, query)) + [
      RuleFamily(
        .parameter, "location", "'in' of a parameter", in: query,
        .change(base, "name: limit\nin: header\nschema: {type: string}")),
      RuleFamily(
        .parameter, "name", "'name' of a parameter", in: everywhere,
        .change(base, "name: size\nin: query\nschema: {type: string}")),
      RuleFamily(
        .parameter, "allow-reserved", "'allowReserved' of a parameter", in: query,
        .presence(base, base + "\nallowReserved: true")),
      RuleFamily(
        .parameter, "allow-empty-value", "'allowEmptyValue' of a parameter", in: query,
        .presence(base, base + "\nallowEmptyValue: true")),
    ]

  /// Headers of answers and of parts.
  static let headers: [RuleFamily] = carriers(
    .header, "a header", "", .header, in: (.header, .header))

  private static let everywhere = Frame.parameter(["query", "header", "cookie"])
  private static let query = Frame.parameter(["query"])
  private static let named = "name: limit\nin: query\n"
  private static let base = named + "schema: {type: string}"

  /// What parameters and headers have in common; not every place has styles to choose from.
  private static func carriers(
    _ position: Rule.Position, _ holder: String, _ head: String, _ frame: Frame,
    in special: (style: Frame, media: Frame)
  ) -> [RuleFamily] {
    let base = head + "schema: {type: string}"
    let list = head + "schema: {type: array, items: {type: string}}"
    let json = head + "content:\n  application/json: {schema: {type: string}}"
    let isHeader = position == .header
    return [
      RuleFamily(
        position, "required", "'required' of \(holder)", in: frame,
        .presence(base, base + "\nrequired: true")),
      RuleFamily(
        position, "style", "'style' of \(holder)", in: special.style,
        .change(
          list + "\nstyle: \(isHeader ? "simple" : "form")",
          list + "\nstyle: \(isHeader ? "form" : "pipeDelimited")")),
      RuleFamily(
        position, "explode", "'explode' of \(holder)", in: frame,
        .change(list + "\nexplode: true", list + "\nexplode: false")),
      RuleFamily(
        position, "sunset", "'x-sunset' of \(holder)", in: frame,
        .value(base, base + "\nx-sunset: 2027-01-01", base + "\nx-sunset: 2028-01-01")),
      RuleFamily(
        position, "stability", "'x-stability-level' of \(holder)", in: frame,
        .value(base, base + "\nx-stability-level: beta", base + "\nx-stability-level: stable")),
      RuleFamily(
        position, "content", "'content' of \(holder)", in: frame, .presence(base, json)),
      RuleFamily(
        position, "media-type", "a media type of \(holder)", in: special.media,
        .presence(json, json + "\n  text/plain: {schema: {type: string}}")),
      RuleFamily(
        position, "schema", "the schema of \(holder)", in: frame,
        .presence(head + "description: without one", base)),
    ] + words(position, of: holder, in: frame, after: base)
  }
}
