import Diagnostics
import YAML

func apply(overlay: Tree, to tree: Tree) -> (tree: Tree, diagnostics: DiagnosticList) { (tree, DiagnosticList()) }
