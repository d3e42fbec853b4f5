import Content

extension Charts {
    /// A figure that stands alone: its title as caption, the drawing as an image with title and description, and its
    /// numbers as a table that opens.
    static func figure(
        id: String, title: String, description: String, legend: SafeHTML?, kind: String, height: Int, drawing: Markup,
        table: Markup, showTable: String
    ) -> SafeHTML {
        var markup = Markup()
        markup.raw("<figure class=\"chart\" id=\"\(Markup.escape(id))\">")
        markup.element("figcaption", "", title)
        if let legend { markup.raw(legend.html) }
        let name = Markup.escape(id)
        markup.raw("<svg class=\"c \(kind)\" role=\"img\" aria-labelledby=\"\(name)-t \(name)-d\"")
        markup.raw(" width=\"100%\" height=\"\(height)\">")
        markup.element("title", "id=\"\(name)-t\"", title)
        markup.element("desc", "id=\"\(name)-d\"", description)
        markup.raw(drawing.text)
        markup.raw("</svg><details>")
        markup.element("summary", "", showTable)
        markup.raw("<div class=\"scroll\">\(table.text)</div></details></figure>")
        return markup.html
    }
}
