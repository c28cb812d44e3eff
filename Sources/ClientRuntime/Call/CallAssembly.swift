import Foundation

/// Turns a call into a request without credentials, and checks it on the way.
struct CallAssembly {
  let call: Call
  private let url: String

  init(call: consuming Call, server: String) {
    url = Self.url(of: call, on: server)
    self.call = call
  }

  var context: CallContext {
    CallContext(operation: call.operation, method: call.method, url: url.withoutUser)
  }

  /// The request, or why there can be none.
  func request(
    accept: String, _ options: ClientOptions
  ) throws(APIError) -> TransportRequest {
    if let problem = call.problem { throw .encoding(context, reason: problem) }
    if let name = unfilledName {
      throw .encoding(context, reason: "nothing fills ‘{\(name)}’ of the path")
    }
    if options.validates { try validate() }
    var headers = options.headers
    if let name = headers.unsendable {
      throw .encoding(context, reason: EncodingFailure.controlCharacter(in: name))
    }
    for field in call.headers.fields { headers.remove(field.name) }
    for field in call.headers.fields { headers.add(field.name, field.value) }
    headers.addCookies(call.cookies)
    if headers["Accept"] == nil { headers.add("Accept", call.accept ?? accept) }
    if headers["User-Agent"] == nil { headers.add("User-Agent", "swift-client-runtime") }
    if case .key(let name) = call.idempotency, headers[name] == nil {
      headers.add(name, options.environment.identifier())
    }
    let (body, contentType) = try body(options.environment)
    if let contentType, headers["Content-Type"] == nil {
      headers.add("Content-Type", contentType)
    }
    var request = TransportRequest(
      call.method, url, headers: headers, body: body, connectTimeout: options.connectTimeout,
      inactivityTimeout: options.inactivityTimeout, timeout: options.timeout)
    request.isRepeatable = call.idempotency != .none
    return request
  }

  private static func url(of call: Call, on server: String) -> String {
    var base = call.server.map { ServerAddress.resolve($0, against: server) } ?? server
    let slash = UInt8(ascii: "/")
    if base.utf8.last == slash {
      base = base.utf8.lastIndex { $0 != slash }.map { String(base[...$0]) } ?? ""
    }
    var path = call.path
    for (name, text) in call.pathValues { path = path.replacing("{\(name)}", with: text) }
    if !path.isEmpty, path.utf8.first != slash { path = "/" + path }
    if call.queryPairs.isEmpty { return base + path }
    return base + path + (path.holds("?") ? "&" : "?")
      + call.queryPairs.joined(separator: "&")
  }

  /// A name in braces that no parameter filled; values cannot look like one, as braces are escaped.
  private var unfilledName: Substring? {
    guard call.path.holds("{") else { return nil }
    let rest = call.path.split(separator: "{").dropFirst()
    return rest.lazy.compactMap { $0.split(separator: "}").first }
      .first { call.pathValues[String($0)] == nil }
  }

  /// Checks the limits of parameters, of forms and of bodies, and reports all that are broken.
  private func validate() throws(APIError) {
    var limits = Constraints()
    for parameter in call.parameters { parameter.check(&limits) }
    limits.append(call.limits)
    switch call.content {
    case .json(let content, _), .form(let content, _):
      (content as? any Validated)?.check(&limits)
    case .none, .multipart, .ready: break
    }
    if !limits.violations.isEmpty {
      throw .validation(context, ValidationError(limits.violations))
    }
  }

  private func body(
    _ environment: RuntimeEnvironment
  ) throws(APIError) -> (RequestBody, String?) {
    do {
      switch call.content {
      case .none: return (.none, nil)
      case .ready(let body, let contentType): return (body, contentType)
      case .json(let value, let contentType):
        return (.bytes(try JSONCoding.data(value)), contentType)
      case .form(let value, let fields):
        return (.bytes(Data(try FormBody.text(value, fields).utf8)), FormBody.contentType)
      case .multipart(let parts):
        let boundary = "part-\(environment.identifier())"
        let body = try MultipartForm.body(parts, boundary: boundary)
        return (body, MultipartForm(boundary: boundary).contentType)
      }
    } catch {
      throw .encoding(context, reason: "body: \(EncodingFailure.explain(error))")
    }
  }
}
