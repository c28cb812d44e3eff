import ClientRuntime
import Foundation
import Testing

@testable import OmniVideo

/// A vendor and a model, so that each of its tables has its turn.
struct Addressee: Sendable, CustomTestStringConvertible {
  var provider: ProviderID
  var model: VideoModel

  var testDescription: String { "\(provider) \(model)" }

  static let all: [Addressee] = ProviderID.allCases.flatMap { provider in
    let own = ModelCatalog.models(of: provider).map {
      Addressee(provider: provider, model: $0.model)
    }
    return own + [Addressee(provider: provider, model: "nobody-knows-it-1.0")]
  }
}

@Suite struct AccountTests {
  /// A value for every field, with what must stand beside it to make sense.
  private static let values: [RequestField: [JSONValue]] = [
    .prompt: ["other words"], .negativePrompt: ["rain"], .resolution: ["720p"], .seconds: ["8"],
    .aspectRatio: ["9:16"], .images: [["https://example.com/other.png"]],
    .videos: [["https://example.com/other.mp4"]], .audios: [["https://example.com/other.mp3"]],
    .firstFrame: ["https://example.com/first.png"], .lastFrame: ["https://example.com/last.png"],
    .inputRegion: ["Oversea"], .audioGeneration: ["Enabled"], .backgroundMusic: ["Enabled"],
    .keepOriginalSound: ["Enabled"], .subjects: [[["id": "girl", "name": "girl"]]],
    .imageUsage: ["FirstFrame", "Reference"], .videoReferenceType: ["base"],
    .storyboard: ["smart"], .elements: [[["element_id": 1]]], .watermark: [true],
    .callbackURL: ["https://example.com/hook"], .externalTaskID: ["mine"], .seed: [7],
    .metadata: [["unheard_of": "x"]], .extras: [["unheard_of": "x"]],
  ]

  @Test("Every field has one account with every vendor", arguments: Addressee.all)
  func complete(addressee: Addressee) {
    let accounts = VideoProvider.offline(addressee.provider).accounts(for: addressee.model)
    #expect(Set(accounts.keys) == Set(RequestField.allCases))
  }

  @Test("No field is dropped without a word", arguments: Addressee.all)
  func spoken(addressee: Addressee) throws {
    let provider = VideoProvider.offline(addressee.provider)
    let plain: JSONValue = ["model": .string(addressee.model.rawValue), "prompt": "words"]
    let silent = try RequestField.allCases.filter { field in
      guard field != .model else { return false }
      let request = plain.with(Self.companions(of: field))
      let before = try outcome(request, provider)
      return try #require(Self.values[field]).allSatisfy { value in
        try outcome(request.with(.object([field.rawValue: value])), provider) == before
      }
    }
    #expect(silent == [])
  }

  @Test("What is refused says why and what to do", arguments: Addressee.all)
  func reasons(addressee: Addressee) {
    let accounts = VideoProvider.offline(addressee.provider).accounts(for: addressee.model)
    for case .refused(let why) in accounts.values {
      #expect(why.contains("; ") || why.contains(", "))
    }
  }

  /// What a field needs to have an effect at all.
  private static func companions(of field: RequestField) -> JSONValue {
    switch field {
    case .imageUsage: ["images": ["https://example.com/one.png"]]
    case .lastFrame: ["firstframe": "https://example.com/one.png"]
    case .keepOriginalSound, .videoReferenceType: ["videos": ["https://example.com/one.mp4"]]
    default: [:]
    }
  }

  private struct Outcome: Equatable {
    var body: JSONValue
    var findings: Set<Finding>
  }

  /// What was written and said, also where the request is refused for another field.
  private func outcome(_ json: JSONValue, _ provider: VideoProvider) throws -> Outcome {
    let draft = provider.draft(of: try VideoRequest(json: json))
    return Outcome(body: draft.body, findings: Set(draft.refusals + draft.warnings))
  }
}
