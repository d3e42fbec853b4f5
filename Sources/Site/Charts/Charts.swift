/// Charts as inline SVG: positions along x in percent, everything else and all text in pixels, so that a chart fills
/// its place without scaling its words.
///
/// Colours are classes of `templates/assets/50-charts.css`. A chart inside a table row is hidden from screen readers,
/// since the row says the same in words; a figure that stands alone has a title, a description and its table.  Nothing
/// here knows of hidden figures: what is not handed in cannot be drawn.
package enum Charts {}
