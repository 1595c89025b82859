// Reads a JSON list of YAML texts from standard input, and writes for each what Go's readers make of
// it: {"v2": ..., "v3": ..., "sigs": ...}, each {"value": ...} or {"error": "..."}. A mapping in a
// value is written as {"fields": [[key, value], ...]}.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	v2 "gopkg.in/yaml.v2"
	v3 "gopkg.in/yaml.v3"
	sigs "sigs.k8s.io/yaml"
)

type result struct {
	Value any    `json:"value"`
	Error string `json:"error,omitempty"`
}

// mapping is a YAML mapping with text keys.
type mapping struct {
	Fields [][2]any `json:"fields"`
}

// plain turns maps with keys of any type into mappings with text keys, and marks what is no JSON.
func plain(value any) any {
	switch value := value.(type) {
	case map[any]any:
		fields := [][2]any{}
		for key, item := range value {
			text, ok := key.(string)
			if !ok {
				text = fmt.Sprintf("!%T %v", key, key)
			}
			fields = append(fields, [2]any{text, plain(item)})
		}
		return mapping{fields}
	case map[string]any:
		fields := [][2]any{}
		for key, item := range value {
			fields = append(fields, [2]any{key, plain(item)})
		}
		return mapping{fields}
	case []any:
		items := make([]any, len(value))
		for index, item := range value {
			items[index] = plain(item)
		}
		return items
	case time.Time:
		return mapping{[][2]any{{"!time", value.String()}}}
	default:
		return value
	}
}

func read(text string, unmarshal func([]byte, any) error) (found result) {
	defer func() {
		if problem := recover(); problem != nil {
			found = result{Error: fmt.Sprint(problem)}
		}
	}()
	var value any
	if err := unmarshal([]byte(text), &value); err != nil {
		return result{Error: err.Error()}
	}
	value = plain(value)
	if _, err := json.Marshal(value); err != nil {
		return result{Error: err.Error()}
	}
	return result{Value: value}
}

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		panic(err)
	}
	found := make([]map[string]result, len(texts))
	for index, text := range texts {
		found[index] = map[string]result{
			"v2":   read(text, func(text []byte, into any) error { return v2.Unmarshal(text, into) }),
			"v3":   read(text, func(text []byte, into any) error { return v3.Unmarshal(text, into) }),
			"sigs": read(text, func(text []byte, into any) error { return sigs.Unmarshal(text, into) }),
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		panic(err)
	}
}
