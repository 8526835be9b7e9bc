using System.Buffers;
using System.Text;

namespace ActorNet.Node.Shell.Editing;

/// <summary>
/// Bytes of a terminal to keys: UTF-8, control characters, the sequences of xterm and its relatives (ECMA-48 CSI, SS3, an escape in front of a letter for Alt)
/// and bracketed paste. Bytes that mean nothing are swallowed, whatever they are; a sequence may come in pieces.
/// </summary>
internal sealed class KeyDecoder
{
    /// <summary>Longest sequence that is waited for; a terminal sends shorter ones.</summary>
    private const int MaxSequence = 32;

    private const byte Escape = 0x1B;
    private const byte BackspaceByte = 0x7F;

    private readonly List<byte> _pending = [];
    private bool _pasting;
    private bool _pastedReturn;

    /// <summary>Whether bytes wait for the rest of their sequence.</summary>
    public bool IsWaiting => _pending.Count > 0;

    /// <summary>Takes bytes and gives the keys that are complete.</summary>
    public IReadOnlyList<KeyPress> Feed(ReadOnlySpan<byte> bytes)
    {
        var keys = new List<KeyPress>();
        foreach (var b in bytes)
        {
            _pending.Add(b);
            Decode(keys);
        }

        return keys;
    }

    /// <summary>No more bytes came for a moment: an escape that was waiting for its sequence was the key itself.</summary>
    public IReadOnlyList<KeyPress> Settle()
    {
        var alone = _pending is [Escape] && !_pasting;
        _pending.Clear();
        return alone ? [new KeyPress(Key.Abort)] : [];
    }

    private void Decode(List<KeyPress> keys)
    {
        if (_pending[0] == Escape) DecodeSequence(keys);
        else if (_pending[0] < 0x20 || _pending[0] == BackspaceByte) Control(keys);
        else DecodeCharacter(keys);
    }

    private void DecodeCharacter(List<KeyPress> keys)
    {
        Span<byte> bytes = stackalloc byte[_pending.Count];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = _pending[i];
        var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
        if (status == OperationStatus.NeedMoreData) return;
        _pending.RemoveRange(0, consumed);
        if (status == OperationStatus.Done && !Rune.IsControl(rune)) Add(keys, KeyPress.Of(rune));
        // What broke a character may begin the next one.
        if (_pending.Count > 0) Decode(keys);
    }

    private void Control(List<KeyPress> keys)
    {
        var b = _pending[0];
        _pending.Clear();
        // The line feed of a pasted CR LF is no line of its own.
        var second = _pasting && _pastedReturn && b == '\n';
        _pastedReturn = b == '\r';
        if (second || Keymap.Control(b) is not { } key) return;
        if (!_pasting) Add(keys, new KeyPress(key));
        else if (key == Key.Enter) Add(keys, new KeyPress(key));
        else if (key == Key.Tab) Add(keys, KeyPress.Of(new Rune(' ')));
    }

    private void DecodeSequence(List<KeyPress> keys)
    {
        if (_pending.Count == 1) return;
        if (_pending[1] is (byte)'[' or (byte)'O')
        {
            DecodeFunction(keys);
            return;
        }

        var b = _pending[1];
        _pending.Clear();
        if (b == Escape) _pending.Add(Escape);
        else if (!_pasting && Keymap.Alt(b) is { } key) Add(keys, new KeyPress(key));
    }

    /// <summary>CSI and SS3: parameters up to a final byte.</summary>
    private void DecodeFunction(List<KeyPress> keys)
    {
        if (_pending.Count == 2) return;
        var last = _pending[^1];
        if (last == Escape)
        {
            _pending.Clear();
            _pending.Add(Escape);
            return;
        }

        var isFinal = last is >= 0x40 and <= 0x7E;
        if (!isFinal && last >= 0x20 && _pending.Count < MaxSequence) return;
        var body = string.Concat(_pending.Skip(2).Select(b => (char)b));
        _pending.Clear();
        if (body is "200~") _pasting = true;
        else if (body is "201~") _pasting = false;
        else if (isFinal && !_pasting && Keymap.Function(body) is { } key) Add(keys, new KeyPress(key));
    }

    private void Add(List<KeyPress> keys, KeyPress key)
    {
        if (key.Key == Key.Character) _pastedReturn = false;
        keys.Add(key);
    }
}
