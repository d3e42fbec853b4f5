import Report
import Diagnostics

extension Rulebook {
    /// The rules of a site without `customers.yml`: what people say of themselves in the field `relationship`, then the
    /// organisation's mail domains in the field `email`.
    ///
    /// - Parameter domains: mail domains of the organisation, from `site.yml`.
    package static func standard(domains: [String]) -> Rulebook {
        let place = SourceLocation(file: "customers.yml")
        var rules = words.map { entry in
            Rule(
                name: entry.name,
                conditions: [
                    Condition(
                        field: "relationship",
                        tests: [.isOneOf(entry.words.split(separator: "|").map { FieldValue(String($0)).folded })],
                        location: place)
                ],
                side: entry.side, kind: entry.kind, because: entry.because, location: place)
        }
        if !domains.isEmpty {
            rules.append(
                Rule(
                    name: "Address of the organisation",
                    conditions: [Condition(field: "email", tests: [.domain(domains)], location: place)],
                    side: .internal,
                    kind: "employee", because: "Writes from an address of the organisation.", location: place))
        }
        return Rulebook(rules: rules, isDefault: true)
    }

    private static let words: [(name: String, side: Side, kind: String, because: String, words: String)] = [
        (
            "Manager", .internal, "manager", "Depends on the team's information and work: service runs both ways.",
            """
            manager|line manager|team leader|team lead|supervisor|head of department|department head|director|executive\
            |führungskraft|vorgesetzter|vorgesetzte|leitung|abteilungsleiter|abteilungsleiterin|teamleiter|teamleiterin|teamleitung\
            |cadre|responsable|chef d'équipe|cheffe d'équipe|directeur|directrice|encadrant|encadrante\
            |gerente|jefe|jefa|jefe de equipo|jefa de equipo|supervisora|directora
            """
        ),
        (
            "Team", .internal, "team", "A team or department that depends on another to get its job done.",
            """
            team|department|internal team|other department|another department|shift team|internal customer\
            |abteilung|andere abteilung|interner kunde|interne kundin\
            |équipe|service|autre service|client interne|cliente interne\
            |equipo|departamento|otro departamento|cliente interno|cliente interna
            """
        ),
        (
            "Contractor", .internal, "contractor",
            "Works inside the organisation and depends on its departments to do so.",
            """
            contractor|freelancer|temp|temporary worker|agency worker|agency staff|consultant|intern|trainee|apprentice\
            |freie mitarbeiterin|freier mitarbeiter|leiharbeiter|leiharbeiterin|zeitarbeit|auszubildende|auszubildender|praktikant|praktikantin\
            |prestataire|intérimaire|stagiaire|apprenti|apprentie\
            |contratista|autónomo|temporal|becario|becaria|aprendiz
            """
        ),
        (
            "Employee", .internal, "employee",
            "A colleague who depends on others in the organisation to get the job done.",
            """
            employee|staff|colleague|co-worker|coworker|staff member|member of staff|i work here|internal|worker\
            |mitarbeiter|mitarbeiterin|mitarbeitende|mitarbeitender|mitarbeiter/in|mitarbeiter:in|mitarbeiter*in|kollege|kollegin|beschäftigte|beschäftigter|angestellte|angestellter\
            |employé|employée|salarié|salariée|collaborateur|collaboratrice|collègue|agent|interne\
            |empleado|empleada|trabajador|trabajadora|colega|compañero|compañera|personal|interno|interna
            """
        ),
        (
            "Customer", .external, "person",
            "Pays for or uses what the organisation makes, and is not otherwise connected to it.",
            """
            customer|client|consumer|user|end user|member of the public|private person|private customer|individual|citizen|resident|patient\
            |passenger|traveller|traveler|guest|visitor|student|tenant|member|external|external customer\
            |kunde|kundin|kund:in|kunde/kundin|privatkunde|privatkundin|nutzer|nutzerin|bürger|bürgerin|patientin|fahrgast|gast|extern|privatperson\
            |cliente|usager|usagère|utilisateur|utilisatrice|particulier|particulière|patiente|voyageur|voyageuse|externe\
            |consumidor|consumidora|usuario|usuaria|ciudadano|ciudadana|paciente|pasajero|pasajera|viajero|viajera|particular|externo|externa
            """
        ),
        (
            "Business", .external, "business", "A business that pays for or uses what the organisation makes.",
            """
            business|company|business customer|corporate customer|corporate client|firm|enterprise|trade customer\
            |unternehmen|firma|geschäftskunde|geschäftskundin|firmenkunde\
            |entreprise|société|client professionnel|professionnel\
            |empresa|compañía|cliente empresarial|negocio
            """
        ),
        (
            "Public body", .external, "public-body", "A public body that uses what the organisation makes.",
            """
            public body|public authority|authority|government|local government|council|municipality|public sector\
            |behörde|öffentliche hand|öffentliche einrichtung|gemeinde|kommune|stadt\
            |organisme public|administration|collectivité|mairie|service public\
            |organismo público|administración pública|ayuntamiento|gobierno|sector público
            """
        ),
        (
            "Voluntary organisation", .external, "voluntary",
            "A voluntary organisation that uses what the organisation makes.",
            """
            voluntary|voluntary organisation|voluntary organization|charity|non-profit|nonprofit|ngo|association|club\
            |verein|gemeinnützige organisation|ehrenamt|stiftung|wohltätigkeitsorganisation\
            |organisation bénévole|bénévole|organisme à but non lucratif|ong\
            |organización voluntaria|voluntario|voluntaria|asociación|fundación
            """
        ),
        (
            "Supplier", .connected, "supplier", "Sells to the organisation: connected to it, not its customer.",
            "supplier|vendor|lieferant|lieferantin|zulieferer|dienstleister|fournisseur|fournisseuse|proveedor|proveedora"
        ),
        (
            "Distributor", .connected, "distributor", "Passes on what the organisation makes.",
            "distributor|dealer|reseller|retailer|wholesaler|agency|händler|händlerin|vertriebspartner|distributeur|revendeur|revendeuse|distribuidor|distribuidora|revendedor"
        ),
        (
            "Bank", .connected, "bank", "Lends to the organisation.",
            "bank|lender|creditor|kreditgeber|banque|prêteur|banco|acreedor"
        ),
        (
            "Shareholder", .connected, "shareholder", "Owns a share of the organisation.",
            "shareholder|investor|pension scheme|pension fund|owner|aktionär|aktionärin|anteilseigner|investorin|actionnaire|investisseur|accionista|inversor|inversora"
        ),
        (
            "Regulator", .connected, "regulator", "Supervises the organisation.",
            "regulator|inspector|supervisory authority|auditor|aufsicht|aufsichtsbehörde|régulateur|autorité de contrôle|regulador|supervisor externo"
        ),
        (
            "Community", .connected, "community", "Lives or works near the organisation.",
            "community|local community|neighbour|neighbor|neighbourhood|anwohner|anwohnerin|nachbar|nachbarin|nachbarschaft|riverain|riveraine|voisin|voisine|communauté|vecino|vecina|comunidad"
        ),
    ]
}
