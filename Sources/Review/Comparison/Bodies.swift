import OpenAPI
import YAML

extension Comparison {
  mutating func compareBodies(_ pair: EndpointPair) {
    let (left, right) = (old.body(of: pair.old), new.body(of: pair.new))
    switch (left, right) {
    case (nil, nil): break
    case (let left?, let right?):
      if old.isSwagger || new.isSwagger {
        compareRequired(
          .body, left, right, pair.sending, "the request body", Effects(.narrowed),
          Effects(.widened))
        compareWords(.body, left, right, pair.sending, "the request body")
        compareMedia(
          old.media(left, of: pair.old, isRequest: true),
          new.media(right, of: pair.new, isRequest: true), pair.sending, .body,
          "the request body", near: right)
      } else {
        relate(Pair(kind: .body, old: [left], new: [right]), from: pair.sending)
      }
    case (nil, let right?):
      let isRequired = right["required"]?.bool == true
      add(
        Rule(.operation, isRequired ? "required-body" : "optional-body", .added),
        Effects(isRequired ? .narrowed : .extended), pair.sending,
        new: pair.new.operation.node.fact("requestBody")?.key ?? right, after: "body",
        "\(pair.name) takes a body now\(isRequired ? ", which is required" : "")")
    case (let left?, nil):
      let isRequired = left["required"]?.bool == true
      add(
        Rule(.operation, isRequired ? "required-body" : "optional-body", .removed),
        Effects(.withdrawn),
        pair.sending,
        old: pair.old.operation.node.fact("requestBody")?.key ?? left, near: pair.new.key,
        before: "body", "\(pair.name) takes no body any more")
    }
  }

  mutating func compareBodies(_ old: RequestBodyObject, _ new: RequestBodyObject, _ unit: Int) {
    let name = "the request body"
    compareRequired(.body, old.node, new.node, unit, name, Effects(.narrowed), Effects(.widened))
    compareWords(.body, old.node, new.node, unit, name)
    compareContent(old.node, new.node, unit, .body, name)
  }

  mutating func compareContent(
    _ old: Node, _ new: Node, _ unit: Int, _ position: Rule.Position, _ name: String
  ) {
    compareMedia(self.old.media(old), self.new.media(new), unit, position, name, near: new)
  }

  mutating func compareMedia(
    _ old: [Media], _ new: [Media], _ unit: Int, _ position: Rule.Position, _ name: String,
    near: Node
  ) {
    var (olds, news) = (old, new)
    takeMedia(&olds, &news, unit) { $0.name == $1.name }
    takeMedia(&olds, &news, unit) { $0.essence == $1.essence }
    for media in olds {
      add(
        Rule(position, "media-type", .removed), Effects(.withdrawn), unit, old: media.key,
        near: near.fact("content")?.key ?? near, before: media.name,
        "\(name) cannot be \(media.name) any more")
    }
    for media in news {
      add(
        Rule(position, "media-type", .added), Effects(.extended), unit, new: media.key,
        after: media.name, "\(name) can be \(media.name) now")
    }
  }

  private mutating func takeMedia(
    _ olds: inout [Media], _ news: inout [Media], _ unit: Int, _ isSame: (Media, Media) -> Bool
  ) {
    var rest: [Media] = []
    for media in olds {
      guard let index = news.firstIndex(where: { isSame(media, $0) }) else {
        rest.append(media)
        continue
      }
      relate(
        Pair(kind: .mediaType, old: [media.node], new: [news.remove(at: index).node]), from: unit)
    }
    olds = rest
  }

  mutating func compareMediaTypes(_ old: MediaTypeObject, _ new: MediaTypeObject, _ unit: Int) {
    for (keyword, aspect) in [("schema", "schema"), ("itemSchema", "item-schema")] {
      let (left, right) = (old.node.fact(keyword), new.node.fact(keyword))
      if let left, let right {
        relateSchemas([left.value], [right.value], from: unit)
      } else if left != nil || right != nil {
        add(
          Rule(.mediaType, aspect, left == nil ? .added : .removed),
          Effects(left == nil ? .narrowed : .widened), unit, old: left?.key, new: right?.key,
          near: new.node, before: left == nil ? "" : keyword, after: right == nil ? "" : keyword,
          "a body \(left == nil ? "has a schema now" : "has no schema any more")")
      }
    }
    // In Swagger 2.0 the words around a schema are those of the body.
    if !self.old.isSwagger, !self.new.isSwagger {
      compareWords(.mediaType, old.node, new.node, unit, "a body")
    }
    for (keyword, aspect) in Self.positional {
      compareWhole(
        .mediaType, keyword, aspect, .behaviour, old.node, new.node, unit, "a body")
    }
    compareEncodingTables(old, new, unit)
  }

  /// Encodings by the place of a part, which are seldom and compared as a whole.
  private static let positional = [
    ("prefixEncoding", "prefix-encoding"), ("itemEncoding", "item-encoding"),
  ]

  private mutating func compareEncodingTables(
    _ old: MediaTypeObject, _ new: MediaTypeObject, _ unit: Int
  ) {
    for (key, value) in old.encoding {
      let name = key.string ?? ""
      guard let other = new.encoding.first(where: { $0.key.string == name }) else {
        add(
          Rule(.encoding, "", .removed), Effects(.behaviour), unit, old: key, near: new.node,
          before: name, "part '\(name)' has no encoding of its own any more")
        continue
      }
      relate(Pair(kind: .encoding, old: [value.node], new: [other.value.node]), from: unit)
    }
    for (key, _) in new.encoding
    where !old.encoding.contains(where: { $0.key.string == key.string }) {
      add(
        Rule(.encoding, "", .added), Effects(.behaviour), unit, new: key, after: key.string ?? "",
        "part '\(key.string ?? "")' has an encoding of its own now")
    }
  }

  mutating func compareEncodings(_ old: EncodingObject, _ new: EncodingObject, _ unit: Int) {
    for (keyword, aspect) in [
      ("contentType", "content-type"), ("style", "style"), ("explode", "explode"),
      ("allowReserved", "allow-reserved"),
    ] {
      let (left, right) = (old.node.fact(keyword), new.node.fact(keyword))
      guard left?.value.canonical != right?.value.canonical else { continue }
      add(
        Rule(.encoding, aspect, left == nil ? .added : right == nil ? .removed : .changed),
        Effects(.incomparable), unit, old: left?.key, new: right?.key, near: new.node,
        before: left?.value.brief ?? "", after: right?.value.brief ?? "",
        "a part has '\(keyword)' \(right?.value.brief ?? "as usual") instead of \(left?.value.brief ?? "as usual")"
      )
    }
    for (keyword, aspect) in Self.positional + [("encoding", "encoding")] {
      compareWhole(.encoding, keyword, aspect, .behaviour, old.node, new.node, unit, "a part")
    }
    compareHeaderTables(.encoding, old.headers, new.headers, unit, near: new.node, "a part")
  }
}
