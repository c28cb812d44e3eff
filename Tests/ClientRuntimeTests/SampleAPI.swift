import ClientRuntime
import Foundation

// Written the way generated code is, so that the suite notices when the runtime no longer fits it.

enum Sample {
  struct Server: Hashable, Sendable {
    var url: String
    static let main = Server(url: "https://api.example.com/base/")
  }

  struct Client: APIClient {
    var http: HTTPClient

    init(
      server: Server = .main, credential: Credential? = nil,
      options: ClientOptions = ClientOptions(), transport: any Transport = .default
    ) {
      http = HTTPClient(
        server: server.url, credentials: ["bearer": credential], transport: transport,
        options: options)
    }

    func createVideo(_ body: VideoRequest) async throws(APIError) -> Video {
      var call = Call("createVideo", .post, "/v1/videos")
      call.security = [[.bearer("bearer")]]
      call.body(json: body)
      call.failure(400..<600, as: ErrorBody.self)
      return try await http.json(call)
    }

    func listVideos(
      page: Int? = nil, tags: [String]? = nil, filter: Filter? = nil, trace: String? = nil,
      session: String? = nil, id: String
    ) async throws(APIError) -> [Video] {
      var call = Call("listVideos", .get, "/v1/things/{id}")
      call.path("id", id)
      call.query("page", page)
      call.query("tags", tags, style: .form, explode: false, allowReserved: false)
      call.query("filter", filter, style: .deepObject)
      call.query("raw", json: filter)
      call.header("X-Trace", trace)
      call.cookie("session", session)
      return try await http.json(call)
    }

    func deleteVideo(id: String) async throws(APIError) {
      var call = Call("deleteVideo", .delete, "/v1/videos/{id}")
      call.path("id", id)
      try await http.send(call)
    }

    func upload(_ file: FileContent, note: String? = nil) async throws(APIError) -> Video {
      var call = Call("upload", .post, "/v1/files")
      call.body(multipart: [
        .field("note", note), .json("meta", Filter(size: 3)), .file("file", file),
      ])
      return try await http.json(call)
    }

    func watch() async throws(APIError) -> EventStream<Video> {
      try await http.events(Call("watch", .get, "/v1/watch"))
    }

    func either(_ body: CreateRequest) async throws(APIError) -> CreateAnswer {
      var call = Call("either", .post, "/v1/either")
      call.body(json: body)
      let response = try await http.response(call)
      switch response.status {
      case 200: return .done(try response.json())
      case 202: return .accepted(try response.json())
      default: throw response.undocumented
      }
    }
  }

  enum CreateAnswer: Hashable, Sendable {
    case done(Video)
    case accepted(JSONValue)
  }

  struct VideoRequest: FieldCodable, Hashable, Validated {
    var modelName: Model
    var prompt: String?
    var extra: Nullable<String>?
    var note: String?
    var images: [Image]?
    var additionalProperties: [String: JSONValue]

    init(
      modelName: Model, prompt: String? = nil, extra: Nullable<String>? = nil,
      note: String? = nil, images: [Image]? = nil, additionalProperties: [String: JSONValue] = [:]
    ) {
      self.modelName = modelName
      self.prompt = prompt
      self.extra = extra
      self.note = note
      self.images = images
      self.additionalProperties = additionalProperties
    }

    static let fieldTable = FieldTable<Self> {
      $0.required("model_name", \.modelName).minLength(1)
      $0.optional("prompt", \.prompt).maxLength(10).pattern("^[a-z ]*$")
      $0.nullable("extra", \.extra).minLength(2)
      $0.requiredNullable("note", \.note)
      $0.optional("images", \.images).maxItems(2).uniqueItems().nested()
      $0.additional(\.additionalProperties)
    }

    struct Model: OpenEnum {
      var rawValue: String
      init(rawValue: String) { self.rawValue = rawValue }
      static let klingV3 = Self(rawValue: "kling-v3")
      static let allKnown: [Self] = [klingV3]
    }
  }

  struct Image: FieldCodable, Hashable, Validated {
    var url: URL?
    var weight: Double?
    var level: Level?

    init(url: URL? = nil, weight: Double? = nil, level: Level? = nil) {
      self.url = url
      self.weight = weight
      self.level = level
    }

    static let fieldTable = FieldTable<Self> {
      $0.optional("url", \.url)
      $0.optional("weight", \.weight).minimum(0.1).exclusiveMaximum(1).multipleOf(0.1)
      $0.optional("level", \.level).minimum(1)
    }

    struct Level: OpenIntegerEnum {
      var rawValue: Int
      init(rawValue: Int) { self.rawValue = rawValue }
      static let low = Self(rawValue: 1)
      static let allKnown: [Self] = [low]
    }
  }

  struct Video: FieldCodable, Hashable {
    var id: String
    var createdAt: Date?
    @Indirect var parent: Video?

    init(id: String, createdAt: Date? = nil, parent: Video? = nil) {
      self.id = id
      self.createdAt = createdAt
      self.parent = parent
    }

    static let fieldTable = FieldTable<Self> {
      $0.required("id", \.id)
      $0.optional("created_at", \.createdAt)
      $0.optional("parent", boxed: \._parent)
    }
  }

  struct Filter: Codable, Hashable, Sendable {
    var size: Int?
    var names: [String]?
    var inner: [String: String]?
  }

  struct ErrorBody: Codable, Hashable, Sendable {
    var code: Int
    var message: String
  }

  enum CreateRequest: Codable, Hashable, Sendable {
    case video(VideoRequest)
    case image(Image)
    case other(JSONValue)

    init(from decoder: any Decoder) throws {
      let probe = try Probe(decoder)
      switch probe.string("type") {
      case "image": self = .image(try probe.decode())
      case nil where probe.hasAll(["model_name", "note"]): self = .video(try probe.decode())
      case "told by keys":
        switch probe.closest([(required: ["url"], known: ["url", "weight"])]) {
        case 0: self = .image(try probe.decode())
        default: self = .other(try probe.decode())
        }
      default: self = .other(try probe.decode())
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .video(let value): try value.encode(to: encoder)
      case .image(let value): try encoder.tagged("type", "image", value)
      case .other(let value): try value.encode(to: encoder)
      }
    }
  }
}
