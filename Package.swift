// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the generator half; `gen` is the only product that reaches it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// The modules under `Generated/`, one a description in `specs/`. A new description needs one word here.
let clients = [
  "ChainHubClient", "KlingClient", "NewAPIClient", "OmniRoutersClient", "OrcaRouterClient",
]

let package = Package(
  name: "OmniVideo",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .visionOS(.v2)],
  products: [
    .executable(name: "gen", targets: ["gen"]),
    .executable(name: "omnivideo", targets: ["OmniVideoCommand"]),
    .library(name: "ClientRuntime", targets: ["ClientRuntime"]),
    .library(name: "OmniVideo", targets: ["OmniVideo"]),
  ] + clients.map { .library(name: $0, targets: [$0]) },
  targets: [
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    room("Diagnostics"),
    room("YAML", ["CYAML", "Diagnostics"]),
    room("Mustache", ["Diagnostics"]),
    room("OpenAPI", ["Diagnostics", "YAML"]),
    room("Contract", ["Diagnostics", "YAML", "OpenAPI"]),
    room("SwiftPlan", ["Diagnostics", "YAML", "Contract"]),
    room(
      "Generation",
      ["Diagnostics", "YAML", "Mustache", "OpenAPI", "Contract", "SwiftPlan"]),
    room("Review", ["Diagnostics", "YAML", "OpenAPI", "Contract", "SwiftPlan"]),
    .executableTarget(
      name: "gen", dependencies: ["Diagnostics", "Generation", "OpenAPI", "Review", "SwiftPlan"],
      swiftSettings: settings),

    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .target(
      name: "ClientRuntime",
      dependencies: [
        .target(name: "CCrypto", condition: .when(platforms: [.linux])),
        .target(name: "CCurl", condition: .when(platforms: [.linux])),
      ], swiftSettings: settings),

    .target(
      name: "OmniVideo", dependencies: ["ClientRuntime"] + clients.map { .init(stringLiteral: $0) },
      swiftSettings: settings),
    // Not named as its product is: where file names have no case, that is the library's name.
    .executableTarget(
      name: "OmniVideoCommand", dependencies: ["CYAML", "ClientRuntime", "OmniVideo", "Sandbox"],
      swiftSettings: settings),
    .target(name: "Loopback", swiftSettings: settings),
    .target(name: "Sandbox", dependencies: ["ClientRuntime", "Loopback"], swiftSettings: settings),

    tests("ClientRuntimeTests", ["ClientRuntime", "Loopback"]),
    tests("OmniVideoCommandTests", ["ClientRuntime", "OmniVideoCommand", "Sandbox"]),
    tests("SandboxTests", ["ClientRuntime", "Loopback", "Sandbox"]),
    tests("ContractTests", ["Diagnostics", "YAML", "OpenAPI", "Contract"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("GenerationTests", ["Diagnostics", "SwiftPlan", "Generation"]),
    tests("GenTests", ["Generation", "gen"]),
    // What the case `features` expects, compiled, so that tests can call it.
    .target(
      name: "FeaturesClient", dependencies: ["ClientRuntime"],
      path: "Tests/Cases/features/expected/FeaturesClient", exclude: ["API.md"],
      swiftSettings: settings),
    tests(
      "GeneratedTests",
      ["ClientRuntime", "FeaturesClient"] + clients.map { .init(stringLiteral: $0) },
      exclude: ["Fixtures"]),
    tests("CaseTests", ["ClientRuntime", "Diagnostics", "Generation"]),
    tests(
      "OmniVideoTests",
      ["OmniVideo", "ClientRuntime", "Sandbox", "VideoChild"]
        + clients.map { .init(stringLiteral: $0) },
      exclude: ["Fixtures"]),
    .executableTarget(
      name: "VideoChild", dependencies: ["OmniVideo", "ClientRuntime"], path: "Tests/VideoChild",
      swiftSettings: settings),
    tests("SwiftPlanTests", ["Diagnostics", "YAML", "OpenAPI", "Contract", "SwiftPlan"]),
    tests("YAMLTests", ["YAML", "Diagnostics", "CYAML"]),
    tests(
      "ReviewTests",
      [
        "ClientRuntime", "Diagnostics", "Generation", "YAML", "OpenAPI", "Review", "Contract",
        "SwiftPlan",
      ], exclude: ["Exceptions", "Formats"]),
    tests("OpenAPITests", ["OpenAPI", "YAML", "Diagnostics"]),
    tests("MustacheTests", ["Mustache", "Diagnostics"]),
  ]
    + clients.map {
      .target(
        name: $0, dependencies: ["ClientRuntime"], path: "Generated/\($0)", exclude: ["API.md"],
        swiftSettings: settings)
    },
  swiftLanguageModes: [.v6]
)
