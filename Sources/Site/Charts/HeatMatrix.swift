import Content
import Report

extension Charts {
    /// Class of a table cell by its value: `h1` below 40 %, `h2` to 59, `h3` to 74, `h4` to 89, `h5` from 90 on.
    ///
    /// Means and net promoter scores take the share of their range. The printed value decides, so that a cell's colour
    /// and its number never disagree.
    package static func heatClass(_ value: Double, axis: ValueAxis) -> String {
        let percent = axis.position(value).rounded()
        return percent < 40 ? "h1" : percent < 60 ? "h2" : percent < 75 ? "h3" : percent < 90 ? "h4" : "h5"
    }
}
