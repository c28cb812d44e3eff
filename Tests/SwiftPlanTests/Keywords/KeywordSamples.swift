@testable import OpenAPI

/// A value for each keyword, with what has to stand beside it for the keyword to say anything.
enum KeywordSamples {
  struct Sample {
    var context: String
    var value: String
  }

  /// The sample of a keyword in a kind of object; `nil` when nobody has written one.
  static func sample(
    _ keyword: String, _ kind: ObjectKind, _ release: OpenAPIVersion.Release
  ) -> Sample? {
    let names = release == .v2 ? ["2.0 \(kind)", "\(kind)"] : ["\(kind)"]
    for name in names { if let sample = table[name]?[keyword] { return sample } }
    return nil
  }

  /// By kind, then by keyword.
  private static let table: [String: [String: Sample]] = {
    var table: [String: [String: Sample]] = [:]
    var kind = ""
    for line in rows.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingSpaces
      }
      if parts.count == 1 {
        kind = parts[0]
      } else if parts.count == 3 {
        table[kind, default: [:]][parts[0]] = Sample(context: parts[1], value: parts[2])
      }
    }
    return table
  }()

  /// A kind of object on a line of its own; below it `keyword | what stands beside it | value`.
  private static let rows = """
    document
    $self | | 'https://x.y/api.yaml'
    jsonSchemaDialect | | 'https://json-schema.org/draft/2020-12/schema'
    servers | | [{url: 'https://x.y'}]
    host | schemes: [https] | x.y
    basePath | host: x.y | /v1
    schemes | host: x.y | [http]
    consumes | definitions: {} | [text/plain]
    produces | definitions: {} | [text/plain]
    webhooks | | {hook: {post: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {'200': {description: ok}}}}}
    components | | {schemas: {A: {type: object, properties: {a: {type: string}}}}}
    definitions | | {A: {type: object, properties: {a: {type: string}}}}
    parameters | | {p: {name: p, in: query, type: string}}
    responses | | {r: {description: ok}}
    securityDefinitions | | {k: {type: basic}}
    security | components: {securitySchemes: {k: {type: http, scheme: basic}}} | [{k: []}]
    tags | | [{name: pets, description: All the pets.}]
    externalDocs | | {url: 'https://x.y/docs'}
    2.0 document
    security | securityDefinitions: {k: {type: basic}} | [{k: []}]
    info
    title | version: '1' | Other
    summary | title: T, version: '1' | In short.
    description | title: T, version: '1' | At length.
    termsOfService | title: T, version: '1' | 'https://x.y/terms'
    contact | title: T, version: '1' | {name: N, email: a@x.y}
    license | title: T, version: '1' | {name: MIT}
    version | title: T | '2'
    contact
    name | | N
    url | | 'https://x.y'
    email | | a@x.y
    license
    name | | MIT
    identifier | name: MIT | MIT
    url | name: MIT | 'https://x.y'
    server
    url | | 'https://x.y'
    name | url: 'https://x.y' | main
    description | url: 'https://x.y' | The main one.
    variables | url: 'https://{v}.x.y' | {v: {default: a}}
    serverVariable
    enum | default: a | [a, b]
    default | description: Which. | a
    description | default: a | Which.
    components
    schemas | | {A: {type: object, properties: {a: {type: string}}}}
    responses | | {r: {description: ok}}
    parameters | | {p: {name: p, in: query, schema: {type: string}}}
    examples | | {e: {value: 1}}
    requestBodies | | {b: {content: {text/plain: {}}}}
    headers | | {h: {schema: {type: string}}}
    securitySchemes | | {k: {type: http, scheme: bearer}}
    links | | {l: {operationId: getX}}
    callbacks | | {c: {}}
    pathItems | | {p: {}}
    mediaTypes | | {m: {}}
    tag
    name | | pets
    summary | name: pets | In short.
    description | name: pets | All the pets.
    externalDocs | name: pets | {url: 'https://x.y'}
    parent | name: pets | animals
    kind | name: pets | nav
    externalDocumentation
    description | url: 'https://x.y' | More.
    url | | 'https://x.y'
    pathItem
    $ref | | 'paths.yaml#/x'
    summary | get: {operationId: getX, responses: {}} | In short.
    description | get: {operationId: getX, responses: {}} | At length.
    get | | {operationId: doX, responses: {'204': {description: ok}}}
    put | | {operationId: doX, responses: {'204': {description: ok}}}
    post | | {operationId: doX, responses: {'204': {description: ok}}}
    delete | | {operationId: doX, responses: {'204': {description: ok}}}
    options | | {operationId: doX, responses: {'204': {description: ok}}}
    head | | {operationId: doX, responses: {'204': {description: ok}}}
    patch | | {operationId: doX, responses: {'204': {description: ok}}}
    trace | | {operationId: doX, responses: {'204': {description: ok}}}
    query | | {operationId: doX, responses: {'204': {description: ok}}}
    additionalOperations | | {COPY: {operationId: doX, responses: {'204': {description: ok}}}}
    servers | get: {operationId: getX, responses: {}} | [{url: 'https://x.y'}]
    parameters | get: {operationId: getX, responses: {}} | [{name: p, in: query, schema: {type: string}}]
    2.0 pathItem
    parameters | get: {operationId: getX, responses: {}} | [{name: p, in: query, type: string}]
    operation
    tags | responses: {} | [pets]
    summary | responses: {} | In short.
    description | responses: {} | At length.
    externalDocs | responses: {} | {url: 'https://x.y'}
    operationId | responses: {} | other
    consumes | parameters: [{name: b, in: body, schema: {type: string}}], responses: {} | [text/plain]
    produces | responses: {'200': {description: ok, schema: {type: string}}} | [text/plain]
    schemes | responses: {} | [http]
    parameters | responses: {} | [{name: p, in: query, schema: {type: string}}]
    requestBody | responses: {} | {content: {text/plain: {}}}
    responses | | {'200': {description: ok, content: {text/plain: {}}}}
    callbacks | responses: {} | {c: {'{$request.body#/u}': {post: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {}}}}}
    deprecated | responses: {} | true
    security | responses: {} | [{ghost: []}]
    servers | responses: {} | [{url: 'https://x.y'}]
    2.0 operation
    parameters | responses: {} | [{name: p, in: query, type: string}]
    responses | | {'200': {description: ok, schema: {type: integer}}}
    2.0 response
    headers | description: ok | {H: {type: string}}
    response
    $ref | | 'r.yaml#/x'
    summary | description: ok | In short.
    description | | Told at length.
    headers | description: ok | {H: {schema: {type: string}}}
    content | description: ok | {text/plain: {}}
    links | description: ok | {l: {operationId: postX}}
    schema | description: ok | {type: integer}
    examples | description: ok | {application/json: {a: 1}}
    callback
    $ref | | 'c.yaml#/x'
    link
    $ref | | 'l.yaml#/x'
    operationRef | | '#/paths/~1x/post'
    operationId | | postX
    parameters | operationId: postX | {a: '$response.body#/a'}
    requestBody | operationId: postX | '$response.body'
    description | operationId: postX | What next.
    server | operationId: postX | {url: 'https://x.y'}
    2.0 parameter
    $ref | | 'p.yaml#/x'
    description | name: p, in: query, type: string | What.
    required | name: p, in: query, type: string | true
    schema | name: p, in: body | {type: integer}
    type | name: p, in: query | integer
    format | name: p, in: query, type: string | date
    items | name: p, in: query, type: array | {type: integer}
    collectionFormat | name: p, in: query, type: array, items: {type: string} | pipes
    default | name: p, in: query, type: string | a
    maximum | name: p, in: query, type: integer | 5
    exclusiveMaximum | name: p, in: query, type: integer, maximum: 5 | true
    minimum | name: p, in: query, type: integer | 5
    exclusiveMinimum | name: p, in: query, type: integer, minimum: 5 | true
    maxLength | name: p, in: query, type: string | 5
    minLength | name: p, in: query, type: string | 5
    pattern | name: p, in: query, type: string | a+
    maxItems | name: p, in: query, type: array, items: {type: string} | 5
    minItems | name: p, in: query, type: array, items: {type: string} | 5
    uniqueItems | name: p, in: query, type: array, items: {type: string} | true
    enum | name: p, in: query, type: string | [a, b]
    multipleOf | name: p, in: query, type: integer | 5
    name | in: query, type: string | q
    in | name: q, type: string | query
    allowEmptyValue | name: p, in: query, type: string | true
    parameter
    $ref | | 'p.yaml#/x'
    description | name: p, in: query, schema: {type: string} | What.
    required | name: p, in: query, schema: {type: string} | true
    deprecated | name: p, in: query, schema: {type: string} | true
    explode | name: p, in: query, schema: {type: array, items: {type: string}} | false
    schema | name: p, in: query | {type: integer}
    example | name: p, in: query, schema: {type: string} | a
    examples | name: p, in: query, schema: {type: string} | {e: {value: a}}
    content | name: p, in: query | {application/json: {schema: {type: integer}}}
    name | in: query, schema: {type: string} | q
    in | name: q, schema: {type: string} | query
    allowEmptyValue | name: p, in: query, schema: {type: string} | true
    allowReserved | name: p, in: query, schema: {type: string} | true
    style | name: p, in: query, schema: {type: array, items: {type: string}} | pipeDelimited
    2.0 header
    $ref | | 'h.yaml#/x'
    description | type: string | What.
    required | type: string | true
    schema | | {type: integer}
    type | | integer
    format | type: string | date
    items | type: array | {type: integer}
    collectionFormat | type: array, items: {type: string} | pipes
    default | type: string | a
    maximum | type: integer | 5
    exclusiveMaximum | type: integer, maximum: 5 | true
    minimum | type: integer | 5
    exclusiveMinimum | type: integer, minimum: 5 | true
    maxLength | type: string | 5
    minLength | type: string | 5
    pattern | type: string | a+
    maxItems | type: array, items: {type: string} | 5
    minItems | type: array, items: {type: string} | 5
    uniqueItems | type: array, items: {type: string} | true
    enum | type: string | [a, b]
    multipleOf | type: integer | 5
    header
    $ref | | 'h.yaml#/x'
    description | schema: {type: string} | What.
    required | schema: {type: string} | true
    deprecated | schema: {type: string} | true
    explode | schema: {type: object, properties: {a: {type: string}}} | true
    schema | | {type: integer}
    example | schema: {type: string} | a
    examples | schema: {type: string} | {e: {value: a}}
    content | | {application/json: {schema: {type: integer}}}
    style | schema: {type: string} | simple
    requestBody
    $ref | | 'b.yaml#/x'
    description | content: {text/plain: {}} | What.
    content | | {text/plain: {}}
    required | content: {text/plain: {}} | true
    mediaType
    $ref | | 'm.yaml#/x'
    schema | | {$ref: '#/components/schemas/R'}
    itemSchema | | {$ref: '#/components/schemas/R'}
    example | schema: {$ref: '#/components/schemas/R'} | {a: [b]}
    examples | schema: {$ref: '#/components/schemas/R'} | {e: {value: {a: [b]}}}
    encoding | schema: {$ref: '#/components/schemas/R'} | {a: {style: pipeDelimited}}
    prefixEncoding | schema: {type: array, items: {type: string}} | [{contentType: text/plain}]
    itemEncoding | schema: {type: array, items: {type: string}} | {contentType: text/plain}
    encoding
    contentType | | application/json
    headers | | {X-A: {schema: {type: string}}}
    style | | pipeDelimited
    explode | | true
    allowReserved | | true
    encoding | | {b: {contentType: text/plain}}
    prefixEncoding | | [{contentType: text/plain}]
    itemEncoding | | {contentType: text/plain}
    example
    $ref | | 'e.yaml#/x'
    summary | | In short.
    description | | At length.
    value | | a
    dataValue | | a
    serializedValue | | a
    externalValue | | 'https://x.y'
    schema
    $ref | | '#/components/schemas/R'
    title | type: object, properties: {a: {type: string}} | Named
    description | type: string | What.
    default | type: string | a
    example | type: string | a
    examples | type: string | [a]
    readOnly | type: string | true
    writeOnly | type: string | true
    deprecated | type: string | true
    externalDocs | type: string | {url: 'https://x.y'}
    xml | type: string | {name: q}
    type | | integer
    nullable | type: string | true
    enum | type: string | [a, b]
    const | | a
    allOf | | [{type: string}]
    oneOf | | [{type: string}, {type: integer}]
    anyOf | | [{type: string}, {type: integer}]
    not | type: string | {enum: [a]}
    if | type: string | {minLength: 5}
    then | type: string, if: {minLength: 5} | {maxLength: 8}
    else | type: string, if: {minLength: 5} | {maxLength: 8}
    discriminator | oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {a: {type: string}, b: {type: string}}}] | {propertyName: a}
    properties | type: object | {a: {type: string}}
    required | type: object, properties: {a: {type: string}} | [a]
    additionalProperties | type: object, properties: {a: {type: string}} | {type: string}
    patternProperties | type: object, properties: {a: {type: string}} | {^x: {type: string}}
    propertyNames | type: object, additionalProperties: {type: string} | {pattern: a+}
    unevaluatedProperties | type: object, properties: {a: {type: string}} | {type: string}
    dependentSchemas | type: object, properties: {a: {type: string}} | {a: {properties: {b: {type: string}}}}
    dependentRequired | type: object, properties: {a: {type: string}} | {a: [b]}
    dependencies | type: object, properties: {a: {type: string}} | {a: [b]}
    maxProperties | type: object, additionalProperties: {type: string} | 5
    minProperties | type: object, additionalProperties: {type: string} | 5
    items | type: array | {type: string}
    prefixItems | type: array | [{type: string}]
    contains | type: array, items: {type: string} | {const: a}
    minContains | type: array, items: {type: string}, contains: {const: a} | 2
    maxContains | type: array, items: {type: string}, contains: {const: a} | 2
    unevaluatedItems | type: array, prefixItems: [{type: string}] | {type: integer}
    maxItems | type: array, items: {type: string} | 5
    minItems | type: array, items: {type: string} | 5
    uniqueItems | type: array, items: {type: string} | true
    format | type: string | date
    multipleOf | type: integer | 5
    maximum | type: integer | 5
    minimum | type: integer | 5
    exclusiveMaximum | type: integer | 5
    exclusiveMinimum | type: integer | 5
    maxLength | type: string | 5
    minLength | type: string | 5
    pattern | type: string | a+
    contentEncoding | type: string | base64
    contentMediaType | type: string | application/octet-stream
    contentSchema | type: string, contentMediaType: application/json | {$ref: '#/components/schemas/R'}
    $id | type: string | 'https://x.y/p'
    $schema | type: string | 'https://json-schema.org/draft/2020-12/schema'
    $anchor | type: string | here
    $dynamicAnchor | type: string | here
    $dynamicRef | | '#there'
    $comment | type: string | Why.
    $vocabulary | type: string | {'https://x.y': true}
    $defs | type: string | {A: {type: integer}}
    definitions | type: string | {A: {type: integer}}
    2.0 schema
    $ref | | '#/definitions/R'
    exclusiveMaximum | type: integer, maximum: 5 | true
    exclusiveMinimum | type: integer, minimum: 5 | true
    discriminator | | a
    discriminator
    propertyName | | a
    mapping | propertyName: a | {x: A, y: B}
    defaultMapping | propertyName: a | A
    xml
    name | | q
    namespace | | 'https://x.y'
    prefix | | x
    attribute | | true
    wrapped | | true
    nodeType | | attribute
    2.0 securityScheme
    type | | basic
    description | type: basic | How.
    name | type: apiKey, in: header | X-Key
    in | type: apiKey, name: X-Key | header
    flow | type: oauth2, authorizationUrl: 'https://x.y', scopes: {} | implicit
    authorizationUrl | type: oauth2, flow: implicit, scopes: {} | 'https://x.y'
    tokenUrl | type: oauth2, flow: application, scopes: {} | 'https://x.y'
    scopes | type: oauth2, flow: implicit, authorizationUrl: 'https://x.y' | {a: All.}
    securityScheme
    $ref | | 's.yaml#/x'
    type | scheme: bearer | http
    description | type: http, scheme: bearer | How.
    name | type: apiKey, in: header | X-Key
    in | type: apiKey, name: X-Key | header
    scheme | type: http | bearer
    bearerFormat | type: http, scheme: bearer | JWT
    flows | type: oauth2 | {clientCredentials: {tokenUrl: 'https://x.y', scopes: {}}}
    openIdConnectUrl | type: openIdConnect | 'https://x.y'
    oauth2MetadataUrl | type: oauth2, flows: {} | 'https://x.y'
    deprecated | type: http, scheme: bearer | true
    oauthFlows
    implicit | | {authorizationUrl: 'https://x.y', scopes: {}}
    password | | {tokenUrl: 'https://x.y', scopes: {}}
    clientCredentials | | {tokenUrl: 'https://x.y', scopes: {}}
    authorizationCode | | {authorizationUrl: 'https://x.y', tokenUrl: 'https://x.y', scopes: {}}
    deviceAuthorization | | {deviceAuthorizationUrl: 'https://x.y', tokenUrl: 'https://x.y', scopes: {}}
    oauthFlow
    authorizationUrl | scopes: {} | 'https://x.y'
    deviceAuthorizationUrl | scopes: {} | 'https://x.y'
    tokenUrl | scopes: {} | 'https://x.y'
    refreshUrl | scopes: {} | 'https://x.y'
    scopes | tokenUrl: 'https://x.y' | {a: All.}
    """
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
