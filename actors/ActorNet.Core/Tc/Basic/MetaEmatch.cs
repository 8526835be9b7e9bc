using System.Globalization;
using System.Text;

namespace ActorNet.Core.Tc.Basic;

/// <summary>Compares what is known of a frame beside its bytes, <c>meta(priority mask 0xf gt 3)</c> (<c>net/sched/em_meta.c</c>).</summary>
public sealed class MetaEmatch : Ematch
{
    private readonly MetaObject _left;
    private readonly MetaObject _right;
    private readonly EmatchOperand _operand;

    internal MetaEmatch(MetaObject left, EmatchOperand operand, MetaObject right) => (_left, _operand, _right) = (left, operand, right);

    /// <inheritdoc/>
    public override string Kind => "meta";

    /// <inheritdoc/>
    internal override bool Matches(in EmatchFrame frame) => _left.IsText ? MatchesText(frame) : MatchesNumber(frame);

    /// <inheritdoc/>
    internal override void Print(StringBuilder text)
    {
        _left.Print(text);
        text.Append(CultureInfo.InvariantCulture, $" {_operand.Word()} ");
        _right.Print(text);
    }

    /// <summary>A number cannot be compared with a string, and an empty string not at all.</summary>
    internal override void Check()
    {
        if (_left.IsText != _right.IsText || _left.Text is "" || _right.Text is "") throw new RtnlException(Errno.EINVAL);
    }

    private bool MatchesNumber(in EmatchFrame frame) => _left.TryNumber(frame, out var left) && _right.TryNumber(frame, out var right) && _operand.Holds(left.CompareTo(right));

    private bool MatchesText(in EmatchFrame frame)
    {
        if (_left.TextOf(frame) is not { } left || _right.TextOf(frame) is not { } right) return false;
        var (leftLength, rightLength) = (_left.LengthOf(left), _right.LengthOf(right));
        // Shorter is smaller, whatever the characters.
        var order = leftLength.CompareTo(rightLength);
        return _operand.Holds(order != 0 ? order : string.CompareOrdinal(left, 0, right, 0, leftLength));
    }
}
