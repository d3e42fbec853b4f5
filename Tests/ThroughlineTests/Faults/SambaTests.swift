import Foundation
import Testing

@Suite("A real file server")
struct SambaTests {
    /// Most of its time is waiting: for readers who go, and for one who stays. The script alone kills more runs.
    @Test("publishing to Samba while a reader holds pages open")
    func samba() throws {
        let run = try Program.Running(
            "/bin/bash", ["Tests/Faults/samba.sh", Program.path, "1"], in: Program.package
        ).end()
        print(run.output, terminator: "")
        #expect(run.status == 0 || run.status == 77, "\(run.errors)")
    }
}
