// regorus on the two-valued rules: `bench-regorus RULES.rego DATA.json INPUTS.json` prints the results
// and the median nanoseconds of one evaluation as JSON.
use std::time::Instant;

fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let mut engine = regorus::Engine::new();
    engine.add_policy("two_valued.rego".into(), read(&args[1])).expect("rules");
    engine
        .add_data(regorus::Value::from_json_str(&read(&args[2])).expect("data"))
        .expect("data");
    let inputs: Vec<serde_json::Value> = serde_json::from_str(&read(&args[3])).expect("inputs");
    let inputs: Vec<regorus::Value> = inputs
        .iter()
        .map(|one| regorus::Value::from_json_str(&one.to_string()).expect("input"))
        .collect();
    let mut decide = |input: &regorus::Value| {
        engine.set_input(input.clone());
        engine.eval_rule("data.amrnci.decision".into()).expect("result")
    };
    let results: Vec<String> =
        inputs.iter().map(|input| decide(input).to_json_str().expect("json")).collect();
    let mut samples: Vec<u128> = (0..60)
        .map(|_| {
            let start = Instant::now();
            for input in &inputs {
                std::hint::black_box(decide(input));
            }
            start.elapsed().as_nanos() / inputs.len() as u128
        })
        .collect();
    samples.sort_unstable();
    println!(
        "{{\"ns\":{},\"results\":[{}]}}",
        samples[samples.len() / 2],
        results.join(",")
    );
}
