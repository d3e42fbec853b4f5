extension Vocabulary {
    static let englishLabels = [
        Lines(
            family: .satisfaction,
            text: """
                --: very dissatisfied | very unsatisfied | very unhappy
                --: extremely dissatisfied | extremely unsatisfied
                --: completely dissatisfied | totally dissatisfied | entirely dissatisfied | fully dissatisfied
                --: highly dissatisfied | strongly dissatisfied
                --: not at all satisfied | not satisfied at all
                -: dissatisfied | unsatisfied | unhappy
                -: moderately dissatisfied
                -: mostly dissatisfied | generally dissatisfied | fairly dissatisfied | quite dissatisfied
                -: not satisfied
                -: not very satisfied
                -~: somewhat dissatisfied | somewhat unsatisfied | a little dissatisfied
                -~: slightly dissatisfied
                -~: rather dissatisfied
                0: neither satisfied nor dissatisfied | neither satisfied or dissatisfied | neither dissatisfied nor satisfied
                0: neutral | neither | undecided | indifferent | neither nor | neither one nor the other | ok | okay
                0: moderately neutral
                +~: somewhat satisfied | a little satisfied
                +~: slightly satisfied
                +~: rather satisfied
                +: satisfied | happy
                +: moderately satisfied
                +: mostly satisfied | generally satisfied | fairly satisfied | quite satisfied
                ++: very satisfied | very happy
                ++: extremely satisfied
                ++: completely satisfied | totally satisfied | entirely satisfied | fully satisfied
                ++: highly satisfied
                """),
        Lines(
            family: .agreement,
            text: """
                --: strongly disagree | disagree strongly
                --: completely disagree | totally disagree | fully disagree | entirely disagree
                --: very strongly disagree
                -: disagree
                -: moderately disagree | mostly disagree | generally disagree
                -: tend to disagree
                -~: somewhat disagree | disagree somewhat
                -~: slightly disagree | disagree slightly
                -~: rather disagree
                0: neither agree nor disagree | neither agree or disagree | agree or disagree | neither disagree nor agree
                0: neutral | neither | undecided | neither nor
                +~: somewhat agree | agree somewhat
                +~: slightly agree | agree slightly
                +~: rather agree
                +: agree
                +: moderately agree | mostly agree | generally agree
                +: tend to agree
                ++: strongly agree | agree strongly
                ++: completely agree | totally agree | fully agree | entirely agree
                ++: very strongly agree
                """),
        Lines(
            family: .ease,
            text: """
                --: very difficult | very hard
                --: extremely difficult | extremely hard
                -: difficult | hard
                -: moderately difficult | fairly difficult | quite difficult
                -~: somewhat difficult | somewhat hard
                -~: slightly difficult | a little difficult
                0: neither easy nor difficult | neither difficult nor easy | neither easy or difficult | neither easy nor hard
                0: neutral | neither | just right
                +~: somewhat easy
                +~: slightly easy
                +: easy
                +: moderately easy | fairly easy | quite easy
                ++: very easy
                ++: extremely easy
                """),
        Lines(
            family: .likelihood,
            text: """
                --: very unlikely
                --: extremely unlikely | highly unlikely | definitely not
                --: not at all likely
                -: unlikely | not likely | probably not
                -: moderately unlikely
                -~: somewhat unlikely
                -~: slightly unlikely
                0: neither likely nor unlikely | neither unlikely nor likely | neither likely or unlikely
                0: neutral | neither | undecided
                +~: somewhat likely
                +~: slightly likely
                +: likely | probably
                +: moderately likely
                ++: very likely
                ++: extremely likely | highly likely | definitely
                """),
        Lines(
            family: .favourability,
            text: """
                --: very unfavorably | very unfavorable | very unfavourably | very unfavourable
                -: unfavorably | unfavorable | unfavourably | unfavourable
                -~: somewhat unfavorably | somewhat unfavorable | somewhat unfavourably | somewhat unfavourable
                0: neither favorably nor unfavorably | neither favorable nor unfavorable | neither favourably nor unfavourably
                0: neutral | neither
                +~: somewhat favorably | somewhat favorable | somewhat favourably | somewhat favourable
                +: favorably | favorable | favourably | favourable
                ++: very favorably | very favorable | very favourably | very favourable
                """),
    ]
}
