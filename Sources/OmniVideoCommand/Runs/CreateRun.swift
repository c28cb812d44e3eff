import ClientRuntime
import Foundation
import OmniVideo

/// `omnivideo create`: checks, sends once, and waits if that is wanted.
struct CreateRun {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  private var isNative: Bool { arguments.isSet("native") }

  func run() async throws -> ExitCode {
    let id = try arguments.providerID()
    let value = try RequestOptions(arguments: arguments).value(for: id)
    let isDry = arguments.isSet("dry-run")
    let provider = isDry ? .offline(id) : try Keys().provider(id, arguments)
    let report = provider.check(
      value, native: isNative, strict: arguments.isSet("strict"))
    guard isDry || report.isAcceptable else { return refuse(report) }
    report.print()
    let body: VendorBody
    do {
      body = try self.body(value, provider)
    } catch {
      if report.isAcceptable { Terminal.error("\(error)") }
      return .failed
    }
    if isDry {
      Terminal.out(arguments.isSet("json") ? body.body.text + "\n" : body.body.prettyText + "\n")
      return report.isAcceptable ? .fine : .failed
    }
    return try await send(body, provider)
  }

  private func body(_ value: JSONValue, _ provider: VideoProvider) throws -> VendorBody {
    guard isNative else { return try provider.map(try VideoRequest(json: value)) }
    let route = Route.allCases.first { $0.rawValue.hasPrefix("\(provider.id):") }
    guard let route else { throw UsageError("\(provider.id) creates nothing") }
    let external = value["external_task_id"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    return VendorBody(route: route, body: value, externalID: external)
  }

  private func refuse(_ report: CheckReport) -> ExitCode {
    if arguments.isSet("json") {
      var line = report.json
      line["error"] = "the vendor would reject the request; nothing was sent"
      Terminal.out(line.text + "\n")
    } else {
      report.print()
      Terminal.err("nothing was sent\n")
    }
    return .failed
  }

  private func send(_ body: VendorBody, _ provider: VideoProvider) async throws -> ExitCode {
    let isWaiting = arguments.isSet("wait") || arguments.isSet("output")
    let place = try OutputPlace(arguments)
    if let place, place.isTaken, !arguments.isSet("quiet") {
      Terminal.warning("\(place.url.relativePath) is there already, and will be replaced")
    }
    let studio = try arguments.studio(provider)
    var following = Following(studio: studio, arguments: arguments, place: place)
    let start = Date.now
    do throws(VideoError) {
      let task = try await studio.create(
        body, identical: arguments.isSet("again") ? .create : .resume)
      if task.handle.created < start, !arguments.isSet("quiet") {
        Terminal.err("the same request is being made already; --again makes another\n")
      }
      following.begin(task)
      guard isWaiting else {
        following.leave(task)
        return .fine
      }
      return await following.run(task)
    } catch {
      return following.end(error)
    }
  }
}
