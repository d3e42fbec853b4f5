extension Vocabulary {
    static let germanLabels = [
        Lines(
            family: .satisfaction,
            text: """
                --: sehr unzufrieden
                --: äußerst unzufrieden | extrem unzufrieden | höchst unzufrieden
                --: völlig unzufrieden | vollkommen unzufrieden | total unzufrieden
                --: überhaupt nicht zufrieden | gar nicht zufrieden
                -: unzufrieden
                -: nicht zufrieden
                -: ziemlich unzufrieden | überwiegend unzufrieden
                -: weniger zufrieden | wenig zufrieden
                -~: eher unzufrieden
                -~: etwas unzufrieden | leicht unzufrieden
                0: weder zufrieden noch unzufrieden | weder unzufrieden noch zufrieden
                0: teils/teils | teils / teils | teils teils | teils, teils | teils-teils | neutral | weder noch | weder/noch | mittel | unentschieden
                +~: eher zufrieden
                +~: etwas zufrieden | leicht zufrieden
                +: zufrieden
                +: ziemlich zufrieden | überwiegend zufrieden
                ++: sehr zufrieden
                ++: äußerst zufrieden | extrem zufrieden | höchst zufrieden
                ++: völlig zufrieden | vollkommen zufrieden | vollends zufrieden | voll zufrieden | total zufrieden | voll und ganz zufrieden
                """),
        Lines(
            family: .agreement,
            text: """
                --: stimme überhaupt nicht zu | stimme überhaubt nicht zu | ich stimme überhaupt nicht zu
                --: stimme gar nicht zu | ich stimme gar nicht zu
                --: trifft überhaupt nicht zu | trifft gar nicht zu
                --: lehne stark ab | lehne völlig ab
                -: stimme nicht zu | ich stimme nicht zu | lehne ab
                -: trifft nicht zu
                -~: stimme eher nicht zu | ich stimme eher nicht zu | lehne eher ab
                -~: trifft eher nicht zu
                -: stimme weniger zu
                0: weder zustimmung noch ablehnung | weder noch | weder/noch | neutral | teils/teils | teils / teils | teils teils | teils, teils | teils-teils | unentschieden | stimme weder zu noch nicht zu | stimme weder zu noch lehne ich ab
                +~: stimme eher zu | ich stimme eher zu | stimme teilweise zu
                +~: trifft eher zu
                +: stimme zu | ich stimme zu
                +: trifft zu
                +: stimme weitgehend zu | stimme überwiegend zu
                ++: stimme voll zu | stimme voll und ganz zu | ich stimme voll zu | ich stimme voll und ganz zu | stimme völlig zu | stimme vollkommen zu
                ++: stimme stark zu | stimme sehr zu
                ++: trifft voll zu | trifft voll und ganz zu | trifft völlig zu
                """),
        Lines(
            family: .ease,
            text: """
                --: sehr schwierig | sehr schwer
                --: äußerst schwierig | extrem schwierig | äußerst schwer | extrem schwer
                -: schwierig | schwer
                -~: eher schwierig | eher schwer | etwas schwierig
                0: weder einfach noch schwierig | weder leicht noch schwer | weder einfach noch schwer | weder leicht noch schwierig
                0: genau richtig | neutral | weder noch | weder/noch | teils/teils | teils / teils | mittel
                +~: eher einfach | eher leicht
                +: einfach | leicht
                ++: sehr einfach | sehr leicht
                ++: äußerst einfach | extrem einfach | äußerst leicht | extrem leicht
                """),
        Lines(
            family: .likelihood,
            text: """
                --: sehr unwahrscheinlich | äußerst unwahrscheinlich | extrem unwahrscheinlich
                -: unwahrscheinlich
                -~: eher unwahrscheinlich
                0: weder wahrscheinlich noch unwahrscheinlich | neutral | weder noch
                +~: eher wahrscheinlich
                +: wahrscheinlich
                ++: sehr wahrscheinlich | äußerst wahrscheinlich | extrem wahrscheinlich
                """),
        Lines(
            family: .favourability,
            text: """
                --: sehr negativ
                -: negativ
                -~: eher negativ
                0: neutral | weder noch
                +~: eher positiv
                +: positiv
                ++: sehr positiv
                """),
    ]
}
