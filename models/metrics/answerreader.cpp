// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/answerreader.h"

#include "metrics/excerpt.h"
#include "metrics/plainpoint.h"
#include "metrics/seriesreader.h"

namespace warroom::metrics {

namespace {

using namespace simdjson;

/// A hostile answer has no more of them than a person reads.
constexpr qsizetype mostWarnings = 100;
/// Bytes of a body, for which the parser takes about as much.
constexpr qsizetype keptFor = qsizetype(16) * 1024 * 1024;

bool isNull(ondemand::value value)
{
    ondemand::json_type type{};
    return !value.type().get(type) && type == ondemand::json_type::null;
}

bool toText(ondemand::value value, QString& text)
{
    std::string_view read;
    if (value.get_string().get(read))
        return false;
    text = cut(QString::fromUtf8(read.data(), qsizetype(read.size())), longestText);
    return true;
}

bool toTexts(ondemand::value value, QStringList& texts)
{
    ondemand::array all;
    if (isNull(value))
        return true;
    if (value.get_array().get(all))
        return false;
    for (auto each : all) {
        ondemand::value one;
        QString text;
        if (each.get(one) || !toText(one, text))
            return false;
        if (texts.size() < mostWarnings)
            texts += text;
    }
    return true;
}

/// Fills an answer on the way through the document. Each function is false where the JSON is no answer.
class Filling
{
public:
    explicit Filling(const char* end) : m_series(end) { }

    bool document(ondemand::object all)
    {
        for (auto each : all) {
            ondemand::field field;
            std::string_view key;
            if (std::move(each).get(field) || field.unescaped_key().get(key) || !part(key, field.value()))
                return false;
        }
        answer.success = m_status == QLatin1String("success");
        if (answer.success)
            return m_hasResult && settle();
        answer.series.clear();
        answer.leftOut = 0;
        return m_status == QLatin1String("error");
    }

    Answer answer;

private:
    bool part(std::string_view key, ondemand::value value)
    {
        if (key == "status")
            return toText(value, m_status);
        if (key == "errorType")
            return toText(value, answer.errorType);
        if (key == "error")
            return toText(value, answer.error);
        if (key == "warnings")
            return toTexts(value, answer.warnings);
        if (key == "infos")
            return toTexts(value, answer.infos);
        return key != "data" || isNull(value) || data(value);
    }

    bool data(ondemand::value value)
    {
        ondemand::object all;
        if (value.get_object().get(all))
            return false;
        for (auto each : all) {
            ondemand::field field;
            std::string_view key;
            if (std::move(each).get(field) || field.unescaped_key().get(key))
                return false;
            if (key == "resultType" && !toText(field.value(), m_type))
                return false;
            if (key == "result" && !result(field.value()))
                return false;
        }
        return true;
    }

    /// Series, or the time and the text of a scalar or a string; which of them is known from the type, in whatever
    /// order they came.
    bool result(ondemand::value value)
    {
        ondemand::array all;
        if (value.get_array().get(all))
            return false;
        m_hasResult = true;
        answer.series.clear();
        answer.leftOut = 0;
        m_pair = Pair();
        for (auto each : all) {
            ondemand::value one;
            ondemand::json_type type{};
            if (each.get(one) || one.type().get(type))
                return false;
            const bool understood = type == ondemand::json_type::object ? series(one)
                : type == ondemand::json_type::number ? !m_pair.time && toTime(one, m_pair.time.emplace())
                                                      : !m_pair.text && toText(one, m_pair.text.emplace());
            if (!understood)
                return false;
        }
        return true;
    }

    bool series(ondemand::value value)
    {
        // What is left out is not looked into either.
        if (qsizetype(answer.series.size()) == mostSeries)
            return ++answer.leftOut > 0;
        return m_series.read(value, answer.series.emplace_back());
    }

    bool settle()
    {
        for (const ResultType known : {ResultType::Vector, ResultType::Matrix, ResultType::Scalar, ResultType::String})
            if (m_type == word(known))
                answer.type = known;
        switch (answer.type) {
        case ResultType::None:
            return false;
        case ResultType::Vector:
        case ResultType::Matrix:
            return !m_pair.time && !m_pair.text;
        case ResultType::Scalar:
        case ResultType::String:
            return answer.series.empty() && m_pair.time && m_pair.text && settlePair();
        }
        Q_UNREACHABLE();
    }

    bool settlePair()
    {
        if (answer.type == ResultType::String) {
            answer.text = *m_pair.text;
            return true;
        }
        double number = 0;
        const QByteArray text = m_pair.text->toUtf8() + '"';
        answer.series.push_back({{}, {*m_pair.time}, {}, 0});
        const bool isNumber = toNumber(text.constBegin(), text.constEnd(), number);
        answer.series.back().values.push_back(number);
        return isNumber;
    }

    struct Pair {
        std::optional<qint64> time;
        std::optional<QString> text;
    };

    SeriesReader m_series;
    QString m_status;
    QString m_type;
    Pair m_pair;
    bool m_hasResult = false;
};

} // namespace

std::optional<Answer> readAnswer(const QByteArray& body)
{
    // Memory that is touched for the first time costs more than the parsing, so that of small bodies is kept.
    thread_local ondemand::parser kept;
    ondemand::parser once;
    ondemand::parser& parser = body.size() <= keptFor ? kept : once;
    ondemand::document document;
    ondemand::object all;
    const padded_string_view text(body.constData(), std::size_t(body.size()), std::size_t(body.capacity()));
    if (parser.iterate(text).get(document) || document.get_object().get(all))
        return {};
    Filling filling(body.constEnd());
    // Nothing may stand behind it.
    if (!filling.document(all) || document.current_location().error() != OUT_OF_BOUNDS)
        return {};
    return std::move(filling.answer);
}

} // namespace warroom::metrics
