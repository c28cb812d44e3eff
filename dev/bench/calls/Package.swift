// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "calls",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "OmniVideo", path: "../../..")],
  targets: [
    .executableTarget(
      name: "calls", dependencies: [.product(name: "ClientRuntime", package: "OmniVideo")])
  ],
  swiftLanguageModes: [.v6]
)
