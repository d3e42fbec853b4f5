package import Content
package import Report

extension Charts {
    /// The sign of a side, the same wherever the side is shown: 14 × 14 pixels, for legends, tiles and tables.
    ///
    /// External a filled circle, internal an open diamond, self an open circle, received a triangle, all a filled
    /// square, connected an open square.
    package static func symbol(_ side: Side) -> SafeHTML {
        SafeHTML(
            // Drawn where it stands: what moves a drawing is lost in the heads that paper repeats on every page.
            trusted:
                "<svg class=\"c sym\" width=\"14\" height=\"14\" aria-hidden=\"true\">\(shape(side, around: 7))</svg>")
    }

    /// A legend of sides in the order given; `names` are the site's words.
    package static func sideLegend(_ sides: [(side: Side, name: String)]) -> SafeHTML {
        var markup = Markup()
        markup.raw("<ul class=\"legend\">")
        for (side, name) in sides {
            markup.raw("<li>\(symbol(side).html)")
            markup.element("span", "", name)
            markup.raw("</li>")
        }
        markup.raw("</ul>")
        return markup.html
    }

    /// The shape of a side, about 11 pixels wide, around the origin or a point on the diagonal.
    static func shape(_ side: Side, around centre: Int = 0) -> String {
        let kind = "m \(sideClass(side))"
        return switch side {
        case .external, .selfView:
            "<circle class=\"\(kind)\"\(centre == 0 ? "" : " cx=\"\(centre)\" cy=\"\(centre)\"") r=\"5\"/>"
        case .internal: "<path class=\"\(kind)\" d=\"M\(centre) \(centre - 6)l6 6-6 6-6-6Z\"/>"
        case .received: "<path class=\"\(kind)\" d=\"M\(centre) \(centre - 6)l6 11h-12Z\"/>"
        case .all, .connected: "<path class=\"\(kind)\" d=\"M\(centre) \(centre)m-4.5-4.5h9v9h-9Z\"/>"
        }
    }

    /// The shape at a position along the width and a height in pixels.
    static func shape(_ side: Side, at position: Double, y: Int) -> String {
        "<svg x=\"\(Markup.percent(position))\" y=\"\(y)\">\(shape(side))</svg>"
    }

    /// Class of everything that belongs to a side.
    package static func sideClass(_ side: Side) -> String {
        switch side {
        case .external: "ext"
        case .internal: "int"
        case .all: "all"
        case .connected: "con"
        case .selfView: "self"
        case .received: "rec"
        }
    }
}
