extension Vocabulary {
    static let frenchLabels = [
        Lines(
            family: .satisfaction,
            text: """
                --: très insatisfait | très insatisfaite | très insatisfaits | très insatisfaites | tres insatisfait
                --: très mécontent | très mécontente
                --: extrêmement insatisfait | extrêmement insatisfaite
                --: totalement insatisfait | totalement insatisfaite | complètement insatisfait | tout à fait insatisfait
                --: pas du tout satisfait | pas du tout satisfaite | pas du tout satisfaits
                -: insatisfait | insatisfaite | insatisfaits | insatisfaites
                -: mécontent | mécontente
                -: pas satisfait | pas satisfaite | non satisfait | non satisfaite
                -: peu satisfait | peu satisfaite | pas très satisfait | pas très satisfaite
                -: assez insatisfait | assez insatisfaite
                -~: plutôt insatisfait | plutôt insatisfaite | plutôt insatisfaits | plutot insatisfait
                -~: plutôt pas satisfait | plutôt pas satisfaite
                -~: un peu insatisfait | un peu insatisfaite | légèrement insatisfait | légèrement insatisfaite
                0: ni satisfait ni insatisfait | ni satisfaite ni insatisfaite | ni insatisfait ni satisfait | ni satisfait, ni insatisfait | ni satisfaite, ni insatisfaite
                0: neutre | indifférent | indifférente | moyennement satisfait | moyennement satisfaite | sans préférence
                +~: plutôt satisfait | plutôt satisfaite | plutôt satisfaits | plutot satisfait
                +~: un peu satisfait | un peu satisfaite | légèrement satisfait | légèrement satisfaite
                +: satisfait | satisfaite | satisfaits | satisfaites
                +: content | contente
                +: assez satisfait | assez satisfaite
                ++: très satisfait | très satisfaite | très satisfaits | très satisfaites | tres satisfait
                ++: très content | très contente
                ++: extrêmement satisfait | extrêmement satisfaite
                ++: totalement satisfait | totalement satisfaite | complètement satisfait | tout à fait satisfait | tout à fait satisfaite | entièrement satisfait
                """),
        Lines(
            family: .agreement,
            text: """
                --: pas du tout d'accord
                --: fortement en désaccord | tout à fait en désaccord | totalement en désaccord | complètement en désaccord | en total désaccord
                -: pas d'accord
                -: en désaccord
                -~: plutôt pas d'accord | plutôt en désaccord
                -~: un peu en désaccord | légèrement en désaccord
                0: ni d'accord ni pas d'accord | ni en accord ni en désaccord | ni d'accord, ni pas d'accord | ni d'accord ni en désaccord
                0: neutre | sans préférence
                +~: plutôt d'accord | plutôt en accord
                +~: un peu d'accord | légèrement d'accord
                +: d'accord | en accord
                +: assez d'accord
                ++: tout à fait d'accord | entièrement d'accord | totalement d'accord | complètement d'accord
                ++: fortement d'accord | très d'accord | fortement en accord
                """),
        Lines(
            family: .ease,
            text: """
                --: très difficile | tres difficile
                --: extrêmement difficile
                -: difficile
                -~: plutôt difficile | assez difficile | un peu difficile
                0: ni facile ni difficile | ni difficile ni facile | ni facile, ni difficile
                0: neutre | moyen
                +~: plutôt facile | assez facile
                +: facile
                ++: très facile | tres facile
                ++: extrêmement facile
                """),
        Lines(
            family: .likelihood,
            text: """
                --: très improbable | très peu probable | extrêmement improbable
                --: pas du tout probable
                -: improbable | peu probable
                -~: plutôt improbable
                0: ni probable ni improbable | neutre
                +~: plutôt probable
                +: probable
                ++: très probable | extrêmement probable
                """),
        Lines(
            family: .favourability,
            text: """
                --: très défavorable
                -: défavorable
                -~: plutôt défavorable
                0: neutre | ni favorable ni défavorable
                +~: plutôt favorable
                +: favorable
                ++: très favorable
                """),
    ]
}
