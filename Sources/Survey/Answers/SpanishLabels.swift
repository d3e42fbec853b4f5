extension Vocabulary {
    static let spanishLabels = [
        Lines(
            family: .satisfaction,
            text: """
                --: muy insatisfecho | muy insatisfecha | muy insatisfechos | muy insatisfechas
                --: extremadamente insatisfecho | extremadamente insatisfecha
                --: totalmente insatisfecho | totalmente insatisfecha | completamente insatisfecho | completamente insatisfecha
                --: nada satisfecho | nada satisfecha
                -: insatisfecho | insatisfecha | insatisfechos | insatisfechas
                -: mayormente insatisfecho | mayormente insatisfecha | bastante insatisfecho | bastante insatisfecha
                -: poco satisfecho | poco satisfecha | no satisfecho | no satisfecha
                -~: algo insatisfecho | algo insatisfecha | un poco insatisfecho | un poco insatisfecha | ligeramente insatisfecho
                0: ni satisfecho ni insatisfecho | ni satisfecha ni insatisfecha | ni insatisfecho ni satisfecho | ni satisfecho, ni insatisfecho
                0: neutral | neutro | indiferente
                +~: algo satisfecho | algo satisfecha | un poco satisfecho | un poco satisfecha | ligeramente satisfecho
                +: satisfecho | satisfecha | satisfechos | satisfechas
                +: mayormente satisfecho | mayormente satisfecha | bastante satisfecho | bastante satisfecha
                ++: muy satisfecho | muy satisfecha | muy satisfechos | muy satisfechas
                ++: extremadamente satisfecho | extremadamente satisfecha
                ++: totalmente satisfecho | totalmente satisfecha | completamente satisfecho | completamente satisfecha
                """),
        Lines(
            family: .agreement,
            text: """
                --: totalmente en desacuerdo | completamente en desacuerdo | muy en desacuerdo
                --: nada de acuerdo
                -: en desacuerdo | no estoy de acuerdo
                -: bastante en desacuerdo | mayormente en desacuerdo
                -: poco de acuerdo
                -~: algo en desacuerdo | un poco en desacuerdo | ligeramente en desacuerdo | más bien en desacuerdo
                0: ni de acuerdo ni en desacuerdo | ni en desacuerdo ni de acuerdo | ni de acuerdo, ni en desacuerdo
                0: neutral | neutro | indiferente
                +~: algo de acuerdo | un poco de acuerdo | ligeramente de acuerdo | más bien de acuerdo
                +: de acuerdo | estoy de acuerdo
                +: bastante de acuerdo | mayormente de acuerdo
                ++: totalmente de acuerdo | completamente de acuerdo | muy de acuerdo
                """),
        Lines(
            family: .ease,
            text: """
                --: muy difícil | muy dificil
                --: extremadamente difícil
                -: difícil | dificil
                -: bastante difícil
                -~: algo difícil | un poco difícil
                0: ni fácil ni difícil | ni difícil ni fácil | neutral | neutro
                +~: algo fácil | un poco fácil
                +: fácil | facil
                +: bastante fácil
                ++: muy fácil | muy facil
                ++: extremadamente fácil
                """),
        Lines(
            family: .likelihood,
            text: """
                --: muy improbable | muy poco probable | nada probable | extremadamente improbable
                -: improbable | poco probable
                -~: algo improbable
                0: ni probable ni improbable | neutral
                +~: algo probable
                +: probable
                ++: muy probable | extremadamente probable
                """),
        Lines(
            family: .favourability,
            text: """
                --: muy desfavorable
                -: desfavorable
                -~: algo desfavorable
                0: neutral | ni favorable ni desfavorable
                +~: algo favorable
                +: favorable
                ++: muy favorable
                """),
    ]
}
